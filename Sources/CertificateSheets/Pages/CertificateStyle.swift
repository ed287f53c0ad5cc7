import Markup

/// How pages look: dark on light or light on dark, as the reader likes it; the sheet itself is always white.
enum CertificateStyle {
  /// What both pages share.
  static let shared = String(embedded: PackageResources.certificates_css)

  /// What a certificate needs besides: the sheet on the screen, and nothing but the sheet on paper.
  static let certificate = String(embedded: PackageResources.certificate_css)

  /// What the page needs besides that checks other certificates.
  static let verification = String(embedded: PackageResources.verify_css)
}
