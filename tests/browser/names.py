"""What a screen reader gets of a page: its accessibility tree, and what is wrong with the names in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

CONTROLS = {"button", "checkbox", "combobox", "radio", "slider", "spinbutton", "textbox", "link", "DisclosureTriangle"}
GROUPS = {"group", "radiogroup", "figure", "list", "table", "row", "feed"}


@dataclass
class Node:
    """One thing that is heard: its role and name, and what is in it."""

    role: str
    name: str
    level: int | None
    inside: list[Node] = field(default_factory=list)

    def all(self) -> list[Node]:
        """This one and everything in it, in the order in which it is heard."""
        return [self, *(node for child in self.inside for node in child.all())]


def _value(entry: dict[str, Any], key: str) -> Any:
    return entry.get(key, {}).get("value", "")


def outputs_and_texts(page: Page) -> list[list[Node]]:
    """The trees of what every cell shows: its text, or its outputs; editors and toolbars of the notebook are left out."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    document = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    found = []
    query = {"nodeId": document, "selector": ".jp-OutputArea-output, .jp-MarkdownOutput"}
    for node in session.send("DOM.querySelectorAll", query)["nodeIds"]:
        backend = session.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
        found.append(backend)
    entries = session.send("Accessibility.getFullAXTree")["nodes"]
    known = {entry["nodeId"]: entry for entry in entries}
    by_backend = {entry.get("backendDOMNodeId"): entry for entry in entries}
    session.detach()
    return [_heard(by_backend[backend], known) for backend in found if backend in by_backend]


def _heard(entry: dict[str, Any], known: dict[str, dict[str, Any]]) -> list[Node]:
    """The nodes that are heard; what is ignored gives way to what is in it."""
    inside = [node for key in entry.get("childIds", []) if key in known for node in _heard(known[key], known)]
    role = str(_value(entry, "role"))
    if entry.get("ignored") or role in ("generic", "none", "InlineTextBox"):
        return inside
    levels = [one["value"]["value"] for one in entry.get("properties", []) if one["name"] == "level"]
    return [Node(role, " ".join(str(_value(entry, "name")).split()), levels[0] if levels else None, inside)]


def wrong_names(nodes: list[Node], group: str = "the box") -> list[str]:
    """Controls without a name, or alike in one group, and names that end in a question mark and a colon."""
    found = []
    controls = _controls(nodes)
    for node in controls:
        if not node.name:
            found.append(f"a {node.role} without a name in {group}")
        if node.name.rstrip().endswith(("?:", "? :")):
            found.append(f"{node.name!r} ends in a question mark and a colon")
    alike = Counter((node.role, node.name) for node in controls if node.role != "link")
    found += [f"{many} times {name!r} ({role}) in {group}" for (role, name), many in alike.items() if many > 1]
    for node in (inner for one in nodes for inner in _groups(one)):
        found += wrong_names(node.inside, f"{node.role} {node.name!r}")
    return found


def _controls(nodes: list[Node]) -> list[Node]:
    """The controls that belong to a group itself, not to a group in it."""
    found = []
    for node in nodes:
        if node.role in CONTROLS:
            found.append(node)
        if node.role not in GROUPS and node.role != "combobox":
            found += _controls(node.inside)
    return found


def _groups(node: Node) -> list[Node]:
    """The groups nearest below: where another one begins, it looks after its own."""
    return [node] if node.role in GROUPS else [inner for child in node.inside for inner in _groups(child)]


def pictures_without_table(nodes: list[Node]) -> list[str]:
    """Pictures that have no name, or no fold with the same as a table in their figure."""
    nameless = [node for one in nodes for node in one.all() if node.role in ("image", "img") and node.name == "Image"]
    found = ["a picture that is heard as 'Image'"] * len(nameless)
    for figure in (node for one in nodes for node in one.all() if node.role == "figure"):
        heard = figure.all()
        images = [node for node in heard if node.role in ("image", "img")]
        found += [f"a picture without a name in {figure.name!r}" for node in images if len(node.name.split()) < 8]
        if images and not any(node.name.startswith("The same as a table: ") for node in heard):
            found.append(f"no table below {figure.name!r}")
    return found
