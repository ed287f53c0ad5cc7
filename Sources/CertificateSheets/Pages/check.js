"use strict";

/** What is wrong with a certificate, as a sentence for its reader. */
class NotValid extends Error {}
/** Why this browser cannot check, as a sentence for its reader. */
class CannotCheck extends Error {}

const utf8 = new TextEncoder();
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const list = (value) => (value === undefined || value === null ? [] : [value].flat());
const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** The one way to write a JSON value (RFC 8785), of which certificates have no numbers but whole ones. */
function canonical(value) {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new NotValid("It has numbers in it that no certificate has.");
  }
  if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
  if (!isObject(value)) return JSON.stringify(value);
  // JavaScript sorts texts by their UTF-16 code units, as RFC 8785 demands.
  const members = Object.keys(value).sort().map((key) => JSON.stringify(key) + ":" + canonical(value[key]));
  return "{" + members.join(",") + "}";
}

/** A JSON value from its text. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotValid("It is not JSON: something in it was changed or is missing.");
  }
}

/** The bytes of a multibase text in base58btc. */
function base58(text) {
  const digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  if (typeof text !== "string" || !/^z[1-9A-HJ-NP-Za-km-z]{1,128}$/.test(text)) {
    throw new NotValid("A key or a signature in it is not written in base58btc.");
  }
  const bytes = [];
  for (const letter of text.slice(1)) {
    let carry = digits.indexOf(letter);
    for (let i = 0; i < bytes.length; i += 1) {
      carry += bytes[i] * 58;
      bytes[i] = carry & 255;
      carry >>= 8;
    }
    if (carry > 0) bytes.push(carry);
  }
  for (const letter of text.slice(1)) {
    if (letter !== "1") break;
    bytes.push(0);
  }
  return Uint8Array.from(bytes.reverse());
}

/** The bytes of a text in base64url without padding. */
function base64url(text) {
  try {
    const binary = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    throw new NotValid("It is not written in base64url: something in it was changed or is missing.");
  }
}

/** The bytes of a text of hexadecimal digits. */
const hex = (text) => Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));

/** The digest of a text. */
const sha256 = async (text) => new Uint8Array(await crypto.subtle.digest("SHA-256", utf8.encode(text)));

/** Whether a signature over some bytes was made with a raw Ed25519 key. */
async function verifies(raw, message, signature) {
  const key = await crypto.subtle.importKey("raw", raw, { name: "Ed25519" }, false, ["verify"]);
  return crypto.subtle.verify({ name: "Ed25519" }, key, signature, message);
}

/** Finds out whether this browser can check at all, with the second test of RFC 8032 (7.1). */
async function requireCryptography() {
  if (!globalThis.crypto?.subtle) {
    throw new CannotCheck("Browsers check signatures only on pages opened from a file or over https.");
  }
  const key = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
  const signature =
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
    "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";
  let works = false;
  try {
    works = await verifies(hex(key), hex("72"), hex(signature));
  } catch {
    works = false;
  }
  if (!works) throw new CannotCheck("This browser does not know Ed25519 signatures; newer ones do.");
}

/** The raw Ed25519 key in a multibase text. */
function rawKey(text) {
  const bytes = base58(text);
  if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 0x01) {
    throw new NotValid("The issuer's key is not an Ed25519 key.");
  }
  return bytes.slice(2);
}

/** Whether a signature was made with one of these keys: that key, or nothing. */
async function signer(keys, message, signature) {
  if (signature.length !== 64) throw new NotValid("Its signature has not the length of one.");
  for (const entry of keys) {
    let fits = false;
    try {
      fits = await verifies(rawKey(entry.key), message, signature);
    } catch (error) {
      // A key that is none on the curve.
      if (error instanceof NotValid) throw error;
    }
    if (fits) return entry;
  }
  throw new NotValid("Its signature does not fit: something in it was changed, or somebody else signed it.");
}

/** Checks the signature of a credential against keys, each with the identity of its issuer; gives back that key. */
async function checkCredential(credential, keys) {
  await requireCryptography();
  if (!isObject(credential) || !list(credential.type).includes("OpenBadgeCredential")) {
    throw new NotValid("It is not a certificate.");
  }
  const { proof, ...statement } = credential;
  const proofs = list(proof).filter((each) => isObject(each) && each.cryptosuite === "eddsa-jcs-2022");
  if (proofs.length !== 1) {
    throw new NotValid("It does not have one signature of the kind that is checked here, eddsa-jcs-2022.");
  }
  const { proofValue, ...config } = proofs[0];
  const issuer = isObject(credential.issuer) ? credential.issuer.id : credential.issuer;
  if (typeof issuer !== "string") throw new NotValid("It does not say who issued it.");
  if (config.type !== "DataIntegrityProof" || config.proofPurpose !== "assertionMethod") {
    throw new NotValid("Its signature was not made to certify anything.");
  }
  const contexts = list(statement["@context"]);
  const signed = list(config["@context"]);
  const differs = (each, i) => i >= contexts.length || canonical(each) !== canonical(contexts[i]);
  if (signed.length === 0 || signed.some(differs)) {
    throw new NotValid("Its signature was made for words of another meaning.");
  }
  const method = String(config.verificationMethod);
  if (!method.startsWith(issuer + "#")) throw new NotValid("The key it names is not its issuer's.");
  let own = keys.filter((each) => each.id === issuer);
  if (issuer.startsWith("did:key:")) {
    const key = issuer.slice("did:key:".length);
    if (method !== issuer + "#" + key) throw new NotValid("The key it names is not its issuer's.");
    own = own.filter((each) => each.key === key);
  }
  if (own.length === 0) throw new NotValid("Its issuer is none whose key this page knows.");
  const message = new Uint8Array(64);
  message.set(await sha256(canonical(config)), 0);
  message.set(await sha256(canonical(statement)), 32);
  return signer(own, message, base58(proofValue));
}

/** Checks the text of the code on a paper, a compact JWS: the key and what it says. */
async function checkPaper(text, keys) {
  await requireCryptography();
  const [head, body, signature] = text.split(".");
  const decode = (part) => {
    try {
      return parse(new TextDecoder("utf-8", { fatal: true }).decode(base64url(part)));
    } catch {
      throw new NotValid("The text of the code cannot be read: something in it was changed or is missing.");
    }
  };
  const header = decode(head);
  const claims = decode(body);
  if (!isObject(header) || !isObject(claims) || header.alg !== "EdDSA" || "crit" in header) {
    throw new NotValid("It is not the code of a certificate.");
  }
  for (const member of ["ach", "iss", "jti", "name", "nbf", "res"]) {
    if (typeof claims[member] !== "string") throw new NotValid("It is not the code of a certificate.");
  }
  // An issuer that is a key needs no other name for it.
  const named = header.kid ?? claims.iss.replace("did:key:", "");
  const own = keys.filter((each) => each.id === claims.iss && each.key === named);
  if (own.length === 0) throw new NotValid("Its issuer is none whose key this page knows.");
  const key = await signer(own, utf8.encode(head + "." + body), base64url(signature));
  return { key, claims };
}

/** What a credential says: the first result is the mark, the others are its parts. */
function factsOf(credential) {
  const subject = isObject(credential.credentialSubject) ? credential.credentialSubject : {};
  const achievement = isObject(subject.achievement) ? subject.achievement : {};
  const name = list(subject.identifier)
    .filter((each) => isObject(each) && each.identityType === "name" && each.hashed === false);
  const kinds = new Map(list(achievement.resultDescription).filter(isObject).map((each) => [each.id, each]));
  const results = list(subject.result).filter(isObject).map((each) => {
    const kind = kinds.get(each.resultDescription);
    return {
      name: String(kind?.name), mark: String(each.value), required: kind?.requiredValue, most: String(kind?.valueMax),
    };
  });
  const issuer = isObject(credential.issuer) ? credential.issuer : { id: credential.issuer };
  return {
    name: name.length === 1 ? String(name[0].identityHash) : undefined,
    course: String(achievement.name),
    mark: results[0]?.mark,
    passMark: results[0]?.required,
    parts: results.slice(1),
    date: String(credential.validFrom).slice(0, 10),
    issuer: String(issuer.id),
    issuerName: String(issuer.name),
    id: String(credential.id),
  };
}

/** A day in English words, as it stands on the sheet. */
function inWords(date) {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${Number(year)}`;
}

/** A text with everything spelled out that a page would obey instead of show. */
function shown(text) {
  const unsafe = /\u{1F3F4}[\u{E0030}-\u{E007A}]{3,6}\u{E007F}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;
  return text.replace(unsafe, (match) =>
    match.startsWith("\u{1F3F4}") || match === "\u200C" || match === "\u200D"
      ? match : `\\u{${match.codePointAt(0).toString(16).toUpperCase()}}`);
}

/** A text without what showing it may change: how its characters are spelled, and where its lines are broken. */
function bare(text) {
  const plain = text.replace(/\\u\{([0-9A-F]{1,6})\}/g, (match, digits) => {
    const number = parseInt(digits, 16);
    return number > 0x10ffff ? match : String.fromCodePoint(number);
  });
  return plain.replace(/\s+/gu, "");
}

/** Says how a check came out. */
function say(outcome, headline, ...sentences) {
  const strong = document.createElement("strong");
  strong.textContent = headline;
  const paragraphs = sentences.map((sentence) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = sentence;
    return paragraph;
  });
  document.getElementById("outcome").replaceChildren(strong, ...paragraphs);
  document.documentElement.dataset.outcome = outcome;
}

/** Says why a check did not come out well. */
function sayFailure(error) {
  if (error instanceof CannotCheck) {
    say("cannot-check", "Cannot check here", error.message, "This says nothing about the certificate.");
  } else if (error instanceof NotValid) {
    say("not-valid", "NOT VALID", error.message);
  } else {
    say("not-valid", "NOT VALID", "It cannot be read as a certificate.");
  }
}
