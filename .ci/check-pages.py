"""Opens pages of HTML in headless Chromium and checks what a reader without a mouse, colours or eyes needs.

python3 .ci/check-pages.py PAGE …

Each page is opened at the width of a phone and of a desk, in light and in dark. What the browser has made of it must have:
a language, a title, one first-level heading and no level left out, the landmarks header and main, labelled navigation, a link
past the head, unique identifiers, nothing that refers to what is not there or not in the page, a name and a description for
every plot, a caption for every table and a scope for every head of a column or row, buttons where tables sort, and nothing
in the browser's console, where a policy that is broken is told too.
"""

import html.parser
import re
import shutil
import subprocess
import sys
import tempfile

EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Element:
    """An element with its attributes, its children and its text."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent = tag, dict(attributes), parent
        self.children, self.text = [], ""

    def all(self, tag=None):
        """Every element below, in their order."""
        for child in self.children:
            if tag is None or child.tag == tag:
                yield child
            yield from child.all(tag)

    def words(self):
        """All text below, apart from its order."""
        return (self.text + " ".join(child.words() for child in self.children)).strip()

    def inside(self, tag):
        """Whether it is somewhere in an element of that kind."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.inside(tag))

    def __str__(self):
        return f"<{self.tag} {self.attributes}>"[:120]


class Tree(html.parser.HTMLParser):
    """Reads what the browser writes out, which is well-formed."""

    def __init__(self, text):
        super().__init__()
        self.root = self.open = Element("", [], None)
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.open)
        self.open.children.append(element)
        if tag not in EMPTY:
            self.open = element

    def handle_endtag(self, tag):
        element = self.open
        while element.parent is not None and element.tag != tag:
            element = element.parent
        if element.parent is not None:
            self.open = element.parent

    def handle_data(self, data):
        self.open.text += data


def browse(page, width, scheme):
    """What the browser makes of a page, and what it says on its console."""
    with tempfile.TemporaryDirectory() as profile:
        run = subprocess.run(
            [
                shutil.which("chromium") or "chromium-browser", "--headless", "--no-sandbox",
                "--disable-gpu", f"--user-data-dir={profile}", f"--window-size={width},900",
                f"--blink-settings=preferredColorScheme={scheme}", "--enable-logging=stderr", "--v=0",
                "--dump-dom", f"file://{page}",
            ],
            capture_output=True, text=True, timeout=120, check=True)
    return run.stdout, [line for line in run.stderr.splitlines() if ":CONSOLE" in line]


def faults(text):
    """What is wrong with a page that was opened."""
    root = Tree(text).root
    everything = list(root.all())

    def expect(holds, fault):
        if not holds:
            found.append(fault)

    found = []
    html_element = next(root.all("html"), None)
    expect(html_element is not None and html_element.attributes.get("lang"), "the page has no language")
    # A drawing has titles of its own.
    titles = [title for title in root.all("title") if not title.inside("svg")]
    expect(len(titles) == 1 and titles[0].words(), "the page has no title, or more than one")
    for tag in ["main", "h1", "body"]:
        expect(len(list(root.all(tag))) == 1, f"there must be one <{tag}>")
    expect(any(True for _ in root.all("header")), "there is no <header>")
    for navigation in root.all("nav"):
        expect(navigation.attributes.get("aria-label"), "a <nav> has no label")
    headings = [element for element in everything if re.fullmatch("h[1-6]", element.tag)]
    levels = [int(heading.tag[1]) for heading in headings]
    expect(levels[:1] == [1], "the first heading is not of the first level")
    for before, after, heading in zip(levels, levels[1:], headings[1:]):
        expect(after <= before + 1, f"a level is left out before “{heading.words()[:40]}”")
    for heading in headings:
        expect(heading.words(), f"a heading is empty: {heading}")

    ids = [element.attributes["id"] for element in everything if "id" in element.attributes]
    expect(len(ids) == len(set(ids)), "an identifier is used twice")
    links = [link.attributes.get("href", "") for link in root.all("a")]
    main = next(root.all("main"), None)
    expect(main is not None and links[:1] == [f"#{main.attributes.get('id')}"],
           "the first link does not lead to <main>")
    for link in root.all("a"):
        expect(link.words(), f"a link has no words: {link}")
    used = [link[1:] for link in links if link.startswith("#")]
    for element in everything:
        for name in ["aria-labelledby", "aria-describedby", "aria-controls", "for"]:
            used += element.attributes.get(name, "").split()
    for name in set(used) - set(ids):
        found.append(f"“{name}” is referred to and is not there")
    for element in everything:
        for name in ["src", "srcset", "action", "poster", "xlink:href", "data", "style"]:
            expect(name not in element.attributes or element.attributes[name].startswith("data:"),
                   f"{element} has {name}")
        expect(not any(name.startswith("on") for name in element.attributes), f"{element} runs a script")
        expect(element.tag not in {"link", "iframe", "object", "embed", "form"}, f"there is a {element}")
    for style in root.all("style"):
        for address in re.findall(r"url\(([^)]*)\)", style.text):
            expect(address.startswith(("#", "data:")), f"the style refers to {address}")

    for drawing in root.all("svg"):
        if drawing.attributes.get("aria-hidden") == "true":
            continue
        expect(drawing.attributes.get("role") == "img", f"{drawing} has no role")
        names = [child.tag for child in drawing.children if child.words()]
        expect("title" in names and "desc" in names, f"{drawing} has no title or description")
    for table in root.all("table"):
        expect(next(table.all("caption"), None), f"{table} has no caption")
        expect(next(table.all("th"), None), f"{table} has no heads")
        if "sortable" in table.attributes.get("class", "").split():
            head = next(table.all("thead"))
            for cell in head.all("th"):
                button = next(cell.all("button"), None)
                expect(button is not None and button.words(), f"a column of {table} cannot be sorted")
    for head in root.all("th"):
        expect(head.attributes.get("scope") in {"col", "row", "colgroup", "rowgroup"}, f"{head} has no scope")
    for button in root.all("button"):
        expect(button.words() or button.attributes.get("aria-label"), f"{button} has no words")
    for details in root.all("details"):
        expect(details.children and details.children[0].tag == "summary", f"{details} has no summary")
    for region in everything:
        if region.attributes.get("role") == "region":
            expect(region.attributes.get("aria-label") or region.attributes.get("aria-labelledby"),
                   f"{region} has no name")
    return found


def main():
    pages = sys.argv[1:]
    if not pages:
        sys.exit("Name a page.")
    wrong = 0
    for page in pages:
        for width in [390, 1280]:
            for scheme, light in [("1", "light"), ("0", "dark")]:
                text, console = browse(page, width, scheme)
                for fault in [*faults(text), *console]:
                    wrong += 1
                    print(f"{page}, {width} wide, {light}: {fault}")
    print(f"{len(pages)} pages, {wrong} faults")
    sys.exit(1 if wrong else 0)


main()
