const keys = parse(document.getElementById("issuers").textContent);
const paperText = /^[\w-]+\.[\w-]+\.[\w-]+$/;
let latest = 0;

/** Shows what a certificate says, once it is known to be signed. */
function showFacts(rows) {
  const body = document.querySelector("#facts tbody");
  body.replaceChildren(...rows.map(([label, value]) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = label;
    const cell = document.createElement("td");
    const text = document.createElement("bdi");
    text.textContent = shown(String(value));
    cell.append(text);
    row.append(head, cell);
    return row;
  }));
  for (const id of ["facts", "revocation"]) document.getElementById(id).hidden = rows.length === 0;
}

/** The credential within a file, or the text of a code. */
function find(text) {
  const trimmed = text.trim();
  const tail = trimmed.slice(trimmed.indexOf("#") + 1);
  if (paperText.test(tail)) return { paper: tail };
  if (trimmed.startsWith("{")) return { credential: parse(trimmed) };
  if (trimmed.startsWith("%PDF")) {
    throw new CannotCheck(
      "A PDF is not read here. Choose the JSON, SVG or HTML of the certificate, or scan its code.");
  }
  const elements = [
    ...new DOMParser().parseFromString(trimmed, "image/svg+xml")
      .getElementsByTagNameNS("https://purl.imsglobal.org/ob/v3p0", "credential"),
    ...new DOMParser().parseFromString(trimmed, "text/html").querySelectorAll("script#credential"),
  ];
  if (elements.length !== 1) throw new NotValid("There is no certificate in it.");
  return { credential: parse(elements[0].textContent) };
}

/** What there is to say about a certificate's rows of facts, whichever form it has. */
async function examine(text) {
  const found = find(text);
  if (found.paper !== undefined) {
    const { key, claims } = await checkPaper(found.paper, keys);
    return { key, rows: [
      ["Name", claims.name], ["Course", claims.ach], ["Mark", `${claims.res} of 100`],
      ["Date", inWords(claims.nbf)], ["Issuer", claims.iss], ["Certificate", claims.jti],
    ] };
  }
  const key = await checkCredential(found.credential, keys);
  const facts = factsOf(found.credential);
  if (facts.name === undefined || facts.mark === undefined) throw new NotValid("It names nobody, or has no mark.");
  return { key, rows: [
    ["Name", facts.name], ["Course", facts.course], ["Mark", `${facts.mark} of 100`],
    ...facts.parts.map((part) => [part.name, part.mark]), ["Date", inWords(facts.date)],
    ["Issuer", facts.issuer], ["Certificate", facts.id],
  ] };
}

/** Checks a text, unless another one is given meanwhile. */
async function check(reading) {
  latest += 1;
  const turn = latest;
  showFacts([]);
  document.getElementById("outcome").replaceChildren();
  delete document.documentElement.dataset.outcome;
  let result;
  try {
    result = await examine(await reading);
  } catch (error) {
    if (turn === latest) sayFailure(error);
    return;
  }
  if (turn !== latest) return;
  showFacts(result.rows);
  if (result.key.status === "compromised") {
    say("withdrawn", "ISSUED UNDER A KEY THAT WAS WITHDRAWN",
      "The signature fits, but somebody other than the issuer may have made it.",
      "Ask the issuer for a new certificate.");
  } else if (result.key.status === "active" || result.key.status === "retired") {
    const retired = "The key has been retired since; what it signed stays good.";
    say("valid", "VALID SIGNATURE", "The issuer signed what is shown here.",
      "Compare it with the certificate in front of you.", ...(result.key.status === "retired" ? [retired] : []));
  } else {
    say("not-valid", "NOT VALID", "The state of its key is unknown.");
  }
}

/** The text of a file, if it is no larger than a certificate can be. */
async function read(file) {
  if (file.size > 4e6) throw new NotValid("It is too large to be a certificate.");
  return file.text();
}

/** Checks what the address says, if it says anything. */
function checkAddress() {
  if (location.hash.length > 1) check(location.hash.slice(1));
}

document.getElementById("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) check(read(file));
});
document.getElementById("form").addEventListener("submit", (event) => {
  event.preventDefault();
  check(document.getElementById("text").value);
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) check(read(file));
});
addEventListener("hashchange", checkAddress);
checkAddress();
