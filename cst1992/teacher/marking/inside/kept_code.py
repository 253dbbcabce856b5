"""Modules whose code is kept in memory, so that an import has nothing to look for and nothing to read.

Where the interpreter is kept as a whole before a class, what it holds in memory is there for every sheet at once.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from importlib.machinery import ExtensionFileLoader, ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from types import CodeType, ModuleType
from zipimport import zipimporter

Known = tuple[str, str, bool]  # the name of a module, its file, and whether it is a package


class KeptLoader(SourceFileLoader):
    """Loads a module from code that is there already."""

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path)
        self.code = super().get_code(name)

    def get_code(self, fullname: str) -> CodeType | None:
        """The code that is kept."""
        return self.code


class Kept:
    """A finder of modules that are known, to stand first in `sys.meta_path`."""

    def __init__(self, known: Iterable[Known]) -> None:
        self.specs = {name: _spec(name, path, package) for name, path, package in known}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """How a known module is loaded; None for any other, which others then look for."""
        return self.specs.get(name)


def _spec(name: str, path: str, package: bool) -> ModuleSpec | None:
    compiled = path.endswith(".so")
    loader = ExtensionFileLoader(name, path) if compiled else KeptLoader(name, path)
    inside = [path.rsplit("/", 1)[0]] if package else None
    return spec_from_file_location(name, path, loader=loader, submodule_search_locations=inside)


def known_below(folder: str) -> list[Known]:
    """The modules that have been imported from files below a folder."""
    found: list[Known] = []
    for name, module in list(sys.modules.items()):
        spec = getattr(module, "__spec__", None)
        if spec is None or spec.name != name or not str(spec.origin).startswith(f"{folder}/"):
            continue
        if isinstance(spec.loader, (SourceFileLoader, ExtensionFileLoader)):
            found.append((name, str(spec.origin), spec.submodule_search_locations is not None))
    return found


def from_archives() -> list[str]:
    """The names of the modules that have been imported from a zip file, as Python's own are in a browser: they are compiled
    anew at each import.
    """
    loaders = {name: getattr(getattr(module, "__spec__", None), "loader", None) for name, module in sys.modules.items()}
    return sorted(name for name, loader in loaders.items() if isinstance(loader, zipimporter))


def keep_code(known: Iterable[Known]) -> None:
    """From now on import these modules from memory."""
    sys.meta_path.insert(0, Kept(one for one in known if one[0] not in sys.modules))
