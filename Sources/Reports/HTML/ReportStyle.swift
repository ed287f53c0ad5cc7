import Markup

/// The look that all pages share.
///
/// Pages colour nothing but by the variables below. **Text has a contrast of at least 4.5 to 1** on every background that is
/// meant for it (`--back`, `--card`, `--band`), lines that carry a meaning one of 3 to 1, in light and in dark; and colour
/// never says what words or marks do not say as well.
///
/// | class | what it is for |
/// |---|---|
/// | `card` | a box around something that belongs together |
/// | `facts` | small, soft text beside something |
/// | `scroll` | around a table or plot that may be wider than a phone; give it `tabindex`, `role="region"` and a label |
/// | `number` | a cell with a number |
/// | `good`, `bad`, `warn` | words that say right, wrong, look here |
/// | `skip` | the link past the head of the page |
/// | `unseen` | for those who hear the page |
enum ReportStyle {
  /// Everything, in the language of style sheets.
  static let text = String(embedded: PackageResources.report_css)
}
