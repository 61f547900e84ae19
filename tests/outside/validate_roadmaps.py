"""Validates roadmap files with the JSON Schema of the format: SCHEMA FILE...

Prints a line `FILE:LINE: MESSAGE` for each thing that is wrong, or `FILE: not YAML`. Files are read
as an editor reads them, by the core schema of YAML 1.2; PyYAML alone would take more for a boolean
or a date.
"""

import json
import re
import sys

import jsonschema
import yaml

INTEGER = re.compile(r"[-+]?[0-9]+")
NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def scalar(node):
    text = node.value
    if node.style is not None:
        return text
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text[0] in "tT"
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if NUMBER.fullmatch(text) else text


class Document:
    """A file's value, and the lines of its parts by their paths."""

    def __init__(self, text):
        self.values = {}
        self.keys = {}
        self.value = self.take(yaml.compose(text), ())

    def take(self, node, path):
        if node is None:
            self.values[path] = 1
            return None
        self.values[path] = node.start_mark.line + 1
        if isinstance(node, yaml.SequenceNode):
            return [self.take(entry, path + (i,)) for i, entry in enumerate(node.value)]
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        mapping = {}
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            self.keys[path + (name,)] = key.start_mark.line + 1
            mapping[name] = self.take(value, path + (name,))
        return mapping

    def lines(self, error):
        path = tuple(error.absolute_path)
        if "propertyNames" in error.absolute_schema_path:
            return [self.keys[path + (error.instance,)]]
        if error.validator == "additionalProperties":
            known = error.schema.get("properties", {})
            names = [n for n in error.instance if n not in known and not n.startswith("x-")]
            return [self.keys[path + (n,)] for n in names]
        if error.validator == "anyOf":
            return self.lines_of_alternative(error)
        return [self.values[path]]

    def lines_of_alternative(self, error):
        """Those of the first alternative that is of the right kind."""
        alternatives = {}
        for each in error.context:
            alternatives.setdefault(each.relative_schema_path[0], []).append(each)
        for errors in alternatives.values():
            here = [e.validator for e in errors if not e.relative_path]
            if "type" not in here and "required" not in here:
                return [line for e in errors for line in self.lines(e)]
        return [self.values[tuple(error.absolute_path)]]


def main(schema_file, *files):
    with open(schema_file, encoding="utf-8") as text:
        schema = json.load(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for file in files:
        with open(file, encoding="utf-8") as text:
            try:
                document = Document(text.read())
            except yaml.YAMLError:
                print(f"{file}: not YAML")
                continue
        for error in validator.iter_errors(document.value):
            for line in document.lines(error):
                print(f"{file}:{line}: {error.message[:200]}")


main(*sys.argv[1:])
