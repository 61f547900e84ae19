"""Reads pairs of files, a GraphML file and the same roadmap as JSON, with networkx: GRAPHML JSON...

Prints what differs between them.
"""

import json
import sys
from collections import Counter

import networkx


def name_of(entry):
    """What is the same for two entries that name one topic; a group is only itself."""
    return entry if isinstance(entry, str) else entry.get("topic", id(entry))


def entries(requirements, has_choice=False):
    """The topics in a list of requirements, each with its kind and reason."""
    for entry in requirements or []:
        if isinstance(entry, str):
            entry = {"topic": entry}
        if "topic" in entry:
            kind = "alternative" if has_choice else "required"
            yield entry["topic"], kind, entry.get("because", "")
            continue
        group = entry.get("any") or entry.get("all") or entry["of"]
        # A topic that is named twice in a choice counts once, with its first reason.
        if "all" not in entry:
            group = list({name_of(each): each for each in reversed(group)}.values())
        least = 1 if "any" in entry else entry.get("at-least", len(group))
        yield from entries(group, has_choice or least < len(group))


def expected(roadmap):
    nodes, edges = {}, Counter()
    ids = {
        alias: name
        for name, topic in roadmap["topics"].items()
        for alias in (topic or {}).get("aliases", [])
    }
    defaults = roadmap.get("defaults", {})
    for name, topic in roadmap["topics"].items():
        topic = topic or {}
        nodes[name] = {
            "kind": "topic",
            "title": topic.get("title"),
            "section": topic.get("section", ""),
            "level": topic.get("level", defaults.get("level", "core")),
        }
        for source, kind, because in entries(topic.get("requires")):
            edges[ids.get(source, source), name, kind, because] += 1
        for field, plain in (("recommends", "recommended"), ("corequisites", "corequisite")):
            for source, _, because in entries(topic.get(field)):
                edges[ids.get(source, source), name, plain, because] += 1
    for name, goal in roadmap.get("goals", {}).items():
        nodes[name] = {"kind": "goal", "title": goal.get("title"), "section": "", "level": ""}
        for source, kind, because in entries(goal.get("requires")):
            edges[ids.get(source, source), name, kind, because] += 1
    return nodes, edges


def compare(graphml, file):
    graph = networkx.read_graphml(graphml)
    with open(file, encoding="utf-8") as text:
        nodes, edges = expected(json.load(text))
    if not graph.is_directed():
        print(f"{graphml}: not directed")
    names = {node: data["id"] for node, data in graph.nodes(data=True)}
    found = {names[node]: data for node, data in graph.nodes(data=True)}
    if set(found) != set(nodes):
        print(f"{graphml}: other nodes: {set(found) ^ set(nodes)}")
    for name in set(found) & set(nodes):
        for field, value in nodes[name].items():
            if value is not None and found[name].get(field, "") != value:
                print(f"{graphml}: {field} of {name}: {found[name].get(field)!r}, not {value!r}")
        if not isinstance(found[name]["hours"], float):
            print(f"{graphml}: hours of {name} are no number")
        if not isinstance(found[name]["guessed"], bool):
            print(f"{graphml}: whether the hours of {name} are guessed is not said")
    found_edges = Counter(
        (names[a], names[b], data["kind"], data.get("because", ""))
        for a, b, data in graph.edges(data=True)
    )
    for edge in (found_edges - edges) + (edges - found_edges):
        print(f"{graphml}: {edge}: {found_edges[edge]} times, not {edges[edge]}")


for i in range(1, len(sys.argv), 2):
    compare(sys.argv[i], sys.argv[i + 1])
