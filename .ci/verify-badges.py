"""Verifies an issued certificate with openbadgeslib, and validates it against the official schema.

usage: verify-badges.py FOLDER SCHEMA
"""

import base64
import copy
import json
import pathlib
import subprocess
import sys

from openbadgeslib.ob3 import OB3LdpVerifier

folder, schema = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
text = (folder / "certificate.json").read_text(encoding="utf-8")
document = json.loads(text)

alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
number = 0
for character in document["issuer"]["id"].removeprefix("did:key:z"):
    number = number * 58 + alphabet.index(character)
key = number.to_bytes(34, "big")
assert key[:2] == b"\xed\x01"
body = base64.b64encode(bytes.fromhex("302a300506032b6570032100") + key[2:]).decode()
pem = folder / "issuer.pem"
pem.write_text(f"-----BEGIN PUBLIC KEY-----\n{body}\n-----END PUBLIC KEY-----\n")

verifier = OB3LdpVerifier(pubkey_pem=pem.read_bytes())
print("  JSON:", verifier.verify(text).achievement.name)


def changed(value):
    """Every document with one text of it changed."""
    if isinstance(value, dict):
        for name, member in value.items():
            for other in changed(member):
                yield {**value, name: other}
    elif isinstance(value, list):
        for index, member in enumerate(value):
            for other in changed(member):
                yield value[:index] + [other] + value[index + 1 :]
    elif isinstance(value, str):
        yield value + "x"


unsigned = {name: value for name, value in document.items() if name != "proof"}
count = 0
for other in changed(unsigned):
    try:
        verifier.verify(json.dumps({**other, "proof": copy.deepcopy(document["proof"])}))
    except Exception:
        count += 1
        continue
    sys.exit(f"openbadgeslib accepts a tampered certificate: {other}")
print(f"  {count} tampered ones are rejected")

command = pathlib.Path(sys.executable).parent / "openbadges-verifier"
subject = document["credentialSubject"]["id"]


def baked(path):
    """How the program ends over a drawing with a credential in it."""
    return subprocess.run(
        [command, "-i", path, "-r", subject, "-k", pem], capture_output=True, text=True
    )


drawing = folder / "certificate.svg"
run = baked(drawing)
if run.returncode != 0:
    sys.exit(f"openbadgeslib rejects the drawing: {run.stdout}{run.stderr}")
print("  SVG:", run.stdout.strip())
tampered = folder / "tampered.svg"
tampered.write_text(
    drawing.read_text(encoding="utf-8").replace('"value": "100.00"', '"value": "99.99"')
    .replace('"hashed": false', '"hashed": true'),
    encoding="utf-8",
)
assert tampered.read_bytes() != drawing.read_bytes()
if baked(tampered).returncode == 0:
    sys.exit("openbadgeslib accepts a tampered drawing")
print("  a tampered drawing is rejected")

if schema.exists():
    import jsonschema

    rules = json.loads(schema.read_text(encoding="utf-8"))
    rules["$schema"] = "https://json-schema.org/draft/2019-09/schema"
    errors = list(jsonschema.Draft201909Validator(rules).iter_errors(document))
    for error in errors:
        print("  ", error.message)
    if errors:
        sys.exit(1)
    print("  schema: 0 errors")
