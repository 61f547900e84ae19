"""read_page.py ENGINE FILE: what a reader of that kind finds in the file, as JSON on standard
output: `links`, where it leads; `odd`, elements and attributes that no page of prereq has; `text`,
the words that it shows, with single blanks between them."""
import csv
import html.parser
import json
import subprocess
import sys
import xml.etree.ElementTree

ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "background", "cite"}
ELEMENTS = set("a br code em h1 h2 h3 h4 h5 h6 hr html head body input label li ol p strong table "
               "tbody td th thead tr ul".split())
ATTRIBUTES = {"href", "class", "type", "disabled", "scope", "style", "align", "id"}


class Page(html.parser.HTMLParser):
    """Decodes entities as HTML 5 says, and knows every tag."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.links, self.odd, self.words = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in ELEMENTS:
            self.odd.append("<%s>" % tag)
        for name, value in attrs:
            if name in ADDRESSES:
                self.links.append(value or "")
            if name not in ATTRIBUTES:
                self.odd.append("%s=%s" % (name, value))

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.odd.append("<!--%s-->" % data)

    def handle_decl(self, decl):
        self.odd.append("<!%s>" % decl)

    def handle_pi(self, data):
        self.odd.append("<?%s>" % data)


def of_html(text):
    page = Page()
    page.feed(text)
    page.close()
    return {"links": page.links, "odd": page.odd, "text": " ".join("".join(page.words).split())}


def of_xml(text):
    """An SVG: its links, and elements that could run something."""
    links, odd, words = [], [], []
    for element in xml.etree.ElementTree.fromstring(text).iter():
        name = element.tag.rsplit("}", 1)[-1]
        if name in ("script", "foreignObject", "iframe", "image", "use", "animate", "set"):
            odd.append("<%s>" % name)
        words.append(element.text or "")
        for attribute, value in element.attrib.items():
            plain = attribute.rsplit("}", 1)[-1]
            if plain == "href":
                links.append(value)
            if plain.startswith("on"):
                odd.append("%s=%s" % (plain, value))
    return {"links": links, "odd": odd, "text": " ".join(" ".join(words).split())}


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def of_markdown_by_python(name):
    import markdown
    with open(name, encoding="utf-8") as file:
        return of_html(markdown.markdown(file.read(), extensions=["tables"]))


def of_markdown_it(name):
    import markdown_it
    with open(name, encoding="utf-8") as file:
        return of_html(markdown_it.MarkdownIt("commonmark").enable("table").render(file.read()))


def of_calendar(name):
    import icalendar
    with open(name, "rb") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    events = calendar.walk("VEVENT")
    return {"links": [str(event["URL"]) for event in events if "URL" in event], "odd": [],
            "text": " ".join(str(event["SUMMARY"]) for event in events)}


def of_graphml(name):
    import networkx
    nodes = networkx.read_graphml(name).nodes(data=True)
    return {"links": [data["url"] for _, data in nodes if data.get("url")], "odd": [],
            "text": " ".join(data.get("title", "") for _, data in nodes)}


def of_csv(name):
    with open(name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {"links": [row["url"] for row in rows if row.get("url")], "odd": [],
            "text": " ".join(row.get("title") or "" for row in rows)}


def of_pdf(name):
    lines = run("pdfinfo", "-url", name).decode("utf-8").splitlines()[1:]
    text = run("pdftotext", name, "-").decode("utf-8")
    return {"links": [line.split(None, 2)[2] for line in lines], "odd": [],
            "text": " ".join(text.split())}


def of_dot(name):
    """A warning of Graphviz is as bad as an error: it did not take a text as it was meant."""
    done = subprocess.run(["dot", "-Tsvg", name], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    if done.stderr:
        raise ValueError(done.stderr.decode("utf-8"))
    return of_xml(done.stdout.decode("utf-8"))


def of_json(name):
    with open(name, encoding="utf-8") as file:
        json.load(file)
    return {"links": [], "odd": [], "text": ""}


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


ENGINES = {
    "html": lambda name: of_html(read(name)),
    "xml": lambda name: of_xml(read(name)),
    "dot": of_dot,
    "cmark": lambda name: of_html(run(
        "cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "strikethrough",
        "-e", "tasklist", name).decode("utf-8")),
    "python-markdown": of_markdown_by_python,
    "markdown-it": of_markdown_it,
    "calendar": of_calendar,
    "graphml": of_graphml,
    "csv": of_csv,
    "json": of_json,
    "pdf": of_pdf,
}

json.dump(ENGINES[sys.argv[1]](sys.argv[2]), sys.stdout)
