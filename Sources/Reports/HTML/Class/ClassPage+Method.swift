import Gradebook

extension ClassPage {
  /// How the figures are made.
  var method: Section {
    let entries = [
      (
        "Mark",
        "The weighted mean of the parts, exact, by the scheme in force when the taking began. What is shown is cut off, "
          + "never rounded up, and a mark is compared with the pass mark before anything is cut."
      ),
      (
        "Facility",
        "How easy a question is: the mean share that the learners' <em>first</em> tries deserved, from 0 to 100 %. Later "
          + "tries follow what was said of the one before, so they show what the feedback taught, not what the question "
          + "measures. A question of the exam that was not tried deserved nothing; one of the review that was not tried is "
          + "still open and does not count. <em>Expected</em> is what its author wrote beside the key."
      ),
      (
        "Discrimination",
        "The corrected item–total correlation: Pearson’s <span class=\"formula\">r = Σ(x − x̄)(y − ȳ) ∕ √(Σ(x − x̄)² · Σ(y − "
          + "ȳ)²)</span>, where <em>x</em> is the share of a learner’s first try and <em>y</em> the mean of that learner’s "
          + "other first tries in the same test, the question itself left out. For a question that is right or wrong this "
          + "is the point-biserial correlation. Forms of the exam are drawn, so <em>y</em> is that of the learner’s own "
          + "form. “None” means that all did alike, and there is no correlation."
      ),
      (
        "Earned and tries",
        "The mean of what a question added by its best try, and how many tries those used who tried it."
      ),
      (
        "Too few",
        "A share takes \(ItemFigures.leastForShares) learners or more: its standard error, at most 0.5 ∕ √n, is 0.16 at most "
          + "then. A correlation takes \(ItemFigures.leastForCorrelations): near 0 its standard error, 1 ∕ √(n − 1), is 0.19 "
          + "then. Even so a single figure is a reason to look at a question, not a verdict on it."
      ),
      (
        "Behaviours",
        "Counted over the submission of each learner that counts for the mark. One that did not compile passes "
          + "none."
      ),
    ]
    let list = entries.map { "<dt>\($0.0)</dt>\n<dd>\($0.1)</dd>" }
    return Section(
      id: "method", title: "How the figures are made",
      parts: ["<dl class=\"method\">\n\(list.joined(separator: "\n"))\n</dl>"])
  }
}
