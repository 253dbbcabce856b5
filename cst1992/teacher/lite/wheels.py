"""The wheels that the site brings itself: the students' side of the library, and what Pyodide does not have."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

import cst1992
from cst1992.facts.files import LIBRARY, data_folder, module_folder
from cst1992.facts.mistakes import Mistake
from cst1992.facts.page_number import page_files
from cst1992.teacher.bundle import KINDS, ROOMS
from cst1992.teacher.lite.bytecode import unpack_wheel
from cst1992.teacher.lite.release import normal, sha256

OURS = "cst1992"
FROM_HERE = {"ipywidgets": ("comm", "ipython", "traitlets"), "comm": (), "fastjsonschema": ()} | {
    "lazy-loader": ("packaging",),
    "ruamel-yaml": (),
}
NEEDED_BY_OURS = ("pandas", "matplotlib", "ipywidgets", "fastjsonschema", "lazy-loader", "ruamel-yaml")
OF_THE_KERNEL = {"piplite": ("micropip",), "ipykernel": (), "pyodide-kernel": ("ipython", "traitlets")}
WHEEL = "Wheel-Version: 1.0\nGenerator: cst1992\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


@dataclass(frozen=True)
class Package:
    """A package laid out in a folder as a wheel has it, and what it needs."""

    name: str
    version: str
    depends: tuple[str, ...]
    folder: Path

    @property
    def imports(self) -> list[str]:
        """The names that a page imports to get it."""
        tops = {path.relative_to(self.folder).parts[0] for path in self.folder.rglob("*.py")}
        return sorted(top.removesuffix(".py") for top in tops)

    def entry(self, content: bytes) -> dict[str, Any]:
        """Its entry in the list of packages; the name of its file changes when what is in it does."""
        checksum = sha256(content)
        file = f"{self.name.replace('-', '_')}-{self.version}-0{checksum[:8]}-py3-none-any.whl"
        return {
            "name": self.name,
            "version": self.version,
            "file_name": file,
            "sha256": checksum,
            "install_dir": "site",
            "package_type": "package",
            "imports": self.imports,
            "depends": list(self.depends),
            "unvendored_tests": False,
        }


def lay_out_ours(room: Path) -> Package:
    """The library without the teacher's side, with the data and the pages of the walk in it."""
    folder, version = room / OURS, cst1992.__version__
    for part in ("__init__.py", "__init__.pyi", "py.typed", *ROOMS):
        for path in [LIBRARY / part] if (LIBRARY / part).is_file() else _files(LIBRARY / part):
            _copy(path, folder / OURS / path.relative_to(LIBRARY))
    for path in _files(data_folder()):
        _copy(path, folder / OURS / "_data" / path.relative_to(data_folder()))
    for path in page_files(module_folder() / "notebooks"):  # for a tab that is given no files
        _copy(path, folder / OURS / "notebooks" / path.name)
    told = folder / f"{OURS}-{version}.dist-info"
    told.mkdir()
    (told / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {OURS}\nVersion: {version}\n", encoding="utf-8")
    (told / "WHEEL").write_text(WHEEL, encoding="utf-8")
    return Package(OURS, version, NEEDED_BY_OURS, folder)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in KINDS)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def lay_out_installed(room: Path) -> list[Package]:
    """The packages that Pyodide lacks or has in an older version, from the environment that runs.

    Raises
    ------
    ValueError
        One of them is not installed.
    """
    return [_from_environment(name, depends, room) for name, depends in FROM_HERE.items()]


def _from_environment(name: str, depends: tuple[str, ...], room: Path) -> Package:
    try:
        installed = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise Mistake(f"The site needs {name}, which is not installed here. Say: make lite") from None
    folder = room / name
    for file in installed.files or ():
        if ".." not in file.parts and "__pycache__" not in file.parts and _belongs(file):
            _copy(Path(str(installed.locate_file(file))), folder / file)
    if not any(folder.rglob("*.py")):
        raise Mistake(f"The files of {name} are not to be found in this environment. Remove .venv, then say: make lite")
    return Package(name, installed.version, depends, folder)


def _belongs(file: PurePosixPath) -> bool:
    """Tests of a package, and what an installer has written of this machine, stay here."""
    of_this_machine = file.name in ("INSTALLER", "REQUESTED", "direct_url.json", "RECORD", "uv_cache.json")
    return not of_this_machine and "tests" not in file.parts


def name_and_version(file: str) -> tuple[str, str]:
    """The name and the version that a wheel's own file name tells.

    Examples
    --------
    >>> name_and_version("pyodide_kernel-0.6.1-py3-none-any.whl")
    ('pyodide-kernel', '0.6.1')
    """
    name, version = file.split("-")[:2]
    return normal(name), version


def lay_out_kernel(room: Path, pypi: Path) -> list[Package]:
    """What the kernel in the browser is made of, from the folder in which it keeps its own wheels."""
    packages = []
    for path in sorted(pypi.glob("*.whl")):
        name, version = name_and_version(path.name)
        if name in OF_THE_KERNEL:
            unpack_wheel(path.read_bytes(), room / name)
            packages.append(Package(name, version, OF_THE_KERNEL[name], room / name))
    return packages
