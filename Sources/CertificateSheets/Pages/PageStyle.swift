/// How pages look: dark on light or light on dark, as the reader likes it; the sheet itself is always white.
enum PageStyle {
  /// What both pages share.
  static let shared = """
    :root { color-scheme: light dark; --text: #16273d; --soft: #4a5a70; --back: #eef1f4; --card: #fff;
      --line: #c9d1da; --good: #0b6b2b; --bad: #a3131c; --wary: #7a4b00; --link: #0b4f9e; }
    @media (prefers-color-scheme: dark) { :root { --text: #e8ecf1; --soft: #aab6c4; --back: #12171d;
      --card: #1c232b; --line: #3a4653; --good: #7fd99a; --bad: #ff9a94; --wary: #f0c070; --link: #8dbdff; } }
    * { box-sizing: border-box; }
    body { margin: 0; font: 1rem/1.55 Georgia, "Noto Serif", "DejaVu Serif", serif; color: var(--text);
      background: var(--back); overflow-wrap: anywhere; }
    main { margin: 0 auto; max-width: 68rem; padding: 1rem; }
    h1 { font-size: 1.5rem; font-weight: 600; line-height: 1.25; margin: .5rem 0; }
    h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
    a { color: var(--link); }
    code, .code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .875em; }
    p { margin: .35rem 0; max-width: 44rem; } .soft { color: var(--soft); }
    #outcome, noscript p { background: var(--card); border: 1px solid var(--line); border-left-width: .4rem;
      border-radius: .25rem; padding: .6rem .9rem; margin: .75rem 0; max-width: none; }
    #outcome:empty { display: none; } #outcome strong { font-size: 1.1rem; letter-spacing: .02em; }
    [data-outcome="valid"] #outcome { border-left-color: var(--good); }
    [data-outcome="valid"] #outcome strong { color: var(--good); }
    [data-outcome="not-valid"] #outcome, [data-outcome="withdrawn"] #outcome { border-left-color: var(--bad); }
    [data-outcome="not-valid"] #outcome strong, [data-outcome="withdrawn"] #outcome strong { color: var(--bad); }
    [data-outcome="cannot-check"] #outcome { border-left-color: var(--wary); }
    [data-outcome="cannot-check"] #outcome strong { color: var(--wary); }
    table { border-collapse: collapse; width: 100%; background: var(--card); border: 1px solid var(--line); }
    caption { text-align: left; font-weight: 600; padding: .5rem 0; }
    th, td { text-align: left; vertical-align: top; padding: .4rem .75rem; border-top: 1px solid var(--line); }
    th { font-weight: 600; color: var(--soft); } tbody th { width: 10rem; }
    td.number, th.number { text-align: right; width: 6rem; font-variant-numeric: tabular-nums; }
    button { font: inherit; padding: .4rem 1rem; color: var(--text); background: var(--card);
      border: 1px solid var(--soft); border-radius: .25rem; cursor: pointer; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    @media (max-width: 40rem) { main { padding: .75rem; } tbody th { width: 6.5rem; }
      th, td { padding: .4rem .5rem; } }
    """

  /// What a certificate needs besides: the sheet on the screen, and nothing but the sheet on paper.
  static let certificate = """

    .sheet { margin: 0; background: #fff; border: 1px solid var(--line); box-shadow: 0 2px 14px rgb(0 0 0 / 14%); }
    .sheet svg { display: block; width: 100%; height: auto; }
    @page { size: A4 landscape; margin: 0; }
    @media print {
      html, body, main { margin: 0; padding: 0; max-width: none; background: #fff; }
      body > :not(main), main > :not(.sheet) { display: none; }
      /* A little lower than the page, and the rest cut off, which is white: no rounding makes a second page of it. */
      .sheet { width: 297mm; height: 209mm; overflow: hidden; border: 0; box-shadow: none; break-inside: avoid; }
      .sheet svg { width: 297mm; height: 210mm; }
    }
    """

  /// What the page needs besides that checks other certificates.
  static let verification = """

    main { max-width: 46rem; } td.state { white-space: nowrap; }
    form { background: var(--card); border: 1px solid var(--line); padding: .75rem 1rem 1rem; margin: 1rem 0; }
    form label { display: block; font-weight: 600; margin: .5rem 0 .25rem; }
    textarea { width: 100%; min-height: 7rem; color: var(--text); background: var(--back);
      border: 1px solid var(--soft); font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .875rem; }
    input { font: inherit; max-width: 100%; } .dropping { outline: 3px dashed var(--link); outline-offset: -6px; }
    [hidden] { display: none; }
    """
}
