"""Prints a page in reStructuredText as docutils shows it, as XHTML; warnings are errors.

Quotes, dashes and dots become typographic where nothing prevents that, as in Sphinx.
"""

import sys

from docutils.core import publish_string

with open(sys.argv[1], encoding="utf-8") as page:
    text = page.read()
sys.stdout.buffer.write(
    publish_string(
        text,
        writer_name="html5",
        settings_overrides={
            "halt_level": 2,
            "smart_quotes": True,
            "embed_stylesheet": False,
            "stylesheet_path": "",
            "xml_declaration": True,
        },
    )
)
