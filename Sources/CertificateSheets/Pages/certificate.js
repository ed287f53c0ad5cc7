/** Finds out whether everything the page shows is what the credential says. */
function compare(facts, key) {
  const texts = (fact) =>
    [...document.querySelectorAll(`[data-fact="${fact}"]`)].map((each) => bare(each.textContent));
  const require = (fact, value, what) => {
    const all = texts(fact);
    if (all.length === 0 || value === undefined || all.some((text) => text !== bare(value))) {
      throw new NotValid(`This page shows ${what} that is not what was signed.`);
    }
  };
  require("name", facts.name, "a name");
  require("course", facts.course, "a course");
  require("mark", facts.mark, "a mark");
  require("date", inWords(facts.date), "a date");
  // A credential need not say which mark passes.
  if (facts.passMark !== undefined) require("pass-mark", `pass mark ${facts.passMark}`, "a pass mark");
  require("issuer", facts.issuer, "an issuer");
  require("issuer-name", facts.issuerName, "an issuer");
  require("speaker", `${facts.issuerName} certifies that`, "an issuer");
  require("key", key, "a key");
  require("id", facts.id, "a number of the certificate");
  for (let i = 0; texts(`part-name-${i}`).length > 0; i += 1) {
    const [name] = texts(`part-name-${i}`);
    const part = facts.parts.find((each) => bare(each.name) === name);
    require(`part-name-${i}`, part?.name, "a part of the mark");
    require(`part-${i}`, part?.mark, "a part of the mark");
    require(`part-most-${i}`, `of ${part?.most}`, "a part of the mark");
  }
}

/** Checks the certificate of this page. */
async function check() {
  const credential = parse(document.getElementById("credential").textContent);
  const facts = factsOf(credential);
  const key = document.getElementById("key").textContent;
  await checkCredential(credential, [{ id: facts.issuer, key }]);
  compare(facts, key);
  say("valid", "VALID SIGNATURE", "What this page shows is what was signed with the key below.",
    "Compare that key with the one on the issuer’s own page.");
}

document.getElementById("save").addEventListener("click", () => {
  const text = document.getElementById("credential").textContent;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/ld+json" }));
  link.download = "certificate.json";
  link.click();
});
check().catch(sayFailure);
