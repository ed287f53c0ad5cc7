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
enum PageStyle {
  /// Everything, in the language of style sheets.
  static let text = """
    :root { color-scheme: light dark; --width: 46rem; --text: #1a1c1e; --soft: #54585d; --back: #fff;
      --card: #f6f6f3; --band: #ecebe6; --line: #cfcec8; --edge: #85857e; --link: #0b4f9e;
      --good: #0b6b2b; --bad: #a8201a; --warn: #7a4a00; --fill: #2f6fb3; --pale: #c9dcf0; }
    @media screen and (prefers-color-scheme: dark) { :root { --text: #ececea; --soft: #b4b6b8; --back: #16181a;
      --card: #1f2224; --band: #2a2e31; --line: #43474a; --edge: #868b8f; --link: #8dbdff;
      --good: #7fd99a; --bad: #ff9d94; --warn: #f0c074; --fill: #6ea8e0; --pale: #2c4a68; } }
    *, *::before, *::after { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: var(--width); padding: 1rem; font: 1rem/1.5 system-ui, sans-serif;
      color: var(--text); background: var(--back); overflow-wrap: anywhere; }
    h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
    h1 { font-size: 1.6rem; margin: 0.5rem 0; } h2 { font-size: 1.25rem; margin: 2.5rem 0 0.75rem; }
    h3 { font-size: 1.05rem; margin: 1.5rem 0 0.5rem; } h4 { font-size: 1rem; margin: 1rem 0 0.25rem; }
    a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; padding: 0.5rem 1rem; background: var(--back); }
    .skip:focus { left: 1rem; top: 0.5rem; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap; }
    nav ul { list-style: none; padding: 0; } nav li { padding: 0.25rem 0; }
    .card { background: var(--card); border: 1px solid var(--line); border-radius: 0.5rem; padding: 1rem;
      margin: 1rem 0; }
    .facts { color: var(--soft); margin: 0; font-size: 0.925rem; }
    .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
    code { font-size: 0.92em; }
    details > summary { cursor: pointer; color: var(--link); padding: 0.25rem 0; width: fit-content; }
    .scroll { overflow-x: auto; max-width: 100%; }
    table { border-collapse: collapse; font-size: 0.925rem; overflow-wrap: normal; }
    caption { text-align: left; color: var(--soft); padding-bottom: 0.35rem; }
    th, td { padding: 0.3rem 0.6rem; border-bottom: 1px solid var(--line); text-align: left;
      vertical-align: top; }
    thead th { border-bottom: 2px solid var(--edge); vertical-align: bottom; }
    tbody th { font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    @media print { :root { color-scheme: light; --card: #fff; } body { max-width: none; padding: 0; font-size: 10pt; }
      nav, .skip { display: none; } .card, tr, svg { break-inside: avoid; } h2, h3 { break-after: avoid; }
      .scroll { overflow: visible; } thead { display: table-header-group; } }
    """
}
