"""A treaty read closely: the small library that the notebooks speak; what it tells of the treaty stands in its data.

`import cst1992 as cst` brings in nothing heavy; pandas, matplotlib and ipywidgets come when they are first needed.
"""

import lazy_loader

__version__ = "0.1.0"

_verb, _, _known = lazy_loader.attach_stub(__name__, __file__)


def __dir__() -> list[str]:
    from cst1992.facts.sections import offered

    return offered(_known)


def __getattr__(name: str) -> object:
    if name == "__all__":
        return __dir__()
    if name.startswith("_"):
        return _verb(name)
    from cst1992.facts.sections import demand

    demand(name)
    if name in _known:
        found = _verb(name)
        globals().pop(name, None)  # asked for again each time, since the tables may have changed
        return found
    return _verb_of_another_table(name)


def _verb_of_another_table(name: str) -> object:
    """The verb of a table that a module has beside those that the library knows."""
    from cst1992.facts.mistakes import UnknownVerb
    from cst1992.facts.package import nearest
    from cst1992.facts.speech import say

    if name in __dir__():
        from cst1992.facts import verbs

        return getattr(verbs, name)
    there = nearest(name, __dir__())
    raise UnknownVerb(say("There is no {verb}. {choices}", verb=f"cst.{name}", choices=there))
