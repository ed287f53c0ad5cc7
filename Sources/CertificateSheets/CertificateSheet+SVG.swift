extension CertificateSheet {
  /// The certificate as a drawing, an Open Badges 3.0 "baked" SVG: a sheet of A4 that carries the credential.
  ///
  /// The credential is the same JSON value as ``document``, in other bytes where XML needs them. The text of the code
  /// stands in the element `metadata`.
  package func svg() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SheetDrawing(self).svg(in: .file)
  }
}
