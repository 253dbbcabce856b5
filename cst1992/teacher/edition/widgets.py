"""What a widget shows before anybody touches it, as plain HTML."""

from __future__ import annotations

from html import escape
from typing import Any

States = dict[str, dict[str, Any]]
ON_PAPER = "Write it on paper, or in a document of your own."


def _chosen(state: dict[str, Any]) -> str:
    labels, index = state.get("_options_labels") or [], state.get("index")
    label = escape(str(labels[index])) if isinstance(index, int) and index < len(labels) else ""
    return f'<p class="shown">{escape(str(state.get("description", "")))}: {label}</p>' if label else ""


def static_html(model: str, states: States) -> str:
    """A widget and all that is in it: texts and pictures as they stand, menus by what they show, no buttons.

    Parameters
    ----------
    model : the id of the widget.
    states : the widgets that the notebook kept, by id.
    """
    kept = states.get(model, {})
    name, state = str(kept.get("model_name", "")), kept.get("state", {})
    if "cst-hidden" in state.get("_dom_classes", []):
        return ""
    if name == "HTMLModel":
        return str(state.get("value", ""))
    if name in ("DropdownModel", "SelectionSliderModel"):
        return _chosen(state)
    if name == "RadioButtonsModel":
        return f"<ul>{''.join(f'<li>{escape(str(label))}</li>' for label in state.get('_options_labels', []))}</ul>"
    if name in ("TextModel", "TextareaModel"):
        return f'<p class="lines">{escape(str(state.get("description", "")))}. {ON_PAPER}</p>'
    children = [str(child).removeprefix("IPY_MODEL_") for child in state.get("children", [])]
    return "".join(static_html(child, states) for child in children)
