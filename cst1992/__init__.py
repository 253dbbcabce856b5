"""The Collective Security Treaty, 1992: the small library that the notebooks speak.

`import cst1992 as cst` brings in nothing heavy; pandas, matplotlib and ipywidgets come when they are first needed.
"""

import lazy_loader

__version__ = "0.1.0"

_verb, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)


def __getattr__(name: str) -> object:
    try:
        return _verb(name)
    except AttributeError as error:
        if name.startswith("_") or name in __all__:
            raise
        from cst1992.facts.mistakes import UnknownVerb
        from cst1992.facts.package import nearest

        raise UnknownVerb(f"There is no cst.{name}. {nearest(name, __all__)}") from error
