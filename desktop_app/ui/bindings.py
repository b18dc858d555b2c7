"""Qt's bindings without what only explaining them needs; imported before anything of PySide6.

PySide6 brings a parser of signatures, for help texts and for telling which arguments would have
been right. It is compiled anew at each start, which takes a third of the time of a bare window,
and needs 4 MB. Here it is loaded when something is first asked of it. PySide6 also takes the place
of ``import``, to read the source of every module that is imported from then on for features that
are not used here; that is taken back.

All this holds for the very files that were looked at, told by their checksums. With others, another
version of PySide6, everything is loaded as ever.
"""

import builtins
import importlib
import sys
from collections.abc import Sequence
from functools import partial
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, cast

_PACKAGE = "shibokensupport.signature"
_LATER = frozenset(
    f"{_PACKAGE}.{name}"
    for name in (
        *("errorhandler", "layout", "mapping", "parser"),
        *("lib.enum_sig", "lib.pyi_generator"),
    )
)
_KNOWN_FILES = {
    "shibokensupport/signature/loader.py": 2208664976,
    "shibokensupport/signature/mapping.py": 1303443386,
}
"""What imports the modules above, and the one of them that the library looks into by itself."""


class _LaterModule(ModuleType):
    """A module whose code runs when something is first looked up in it."""

    def __init__(self, name: str, importer: Any) -> None:
        super().__init__(name)
        self._name_in_archive = name
        self._importer = importer

    def __getattr__(self, name: str) -> Any:
        # Double underscores are asked for by those who only look through all modules.
        if name.startswith("__"):
            raise AttributeError(name)
        _run(self)
        return getattr(self, name)


def _run(module: _LaterModule) -> None:
    spec = module.__spec__
    assert spec is not None
    published, spec.name = spec.name, module._name_in_archive
    module.__class__ = ModuleType  # type: ignore[assignment]
    module._importer.exec_module(module)
    spec.name = published


def _update_mapping(module: _LaterModule) -> Any:
    """Stand for a function that the library looks up past ``__getattr__``."""
    _run(module)
    return module.__dict__["update_mapping"]()


class _LaterImporter:
    """Makes modules that run later; ``importer`` is what the bindings read theirs with."""

    def __init__(self, importer: Any) -> None:
        self._importer = importer

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(name, cast(Any, self)) if name in _LATER else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = _LaterModule(spec.name, self._importer)
        if spec.name == f"{_PACKAGE}.mapping":
            module.__dict__["update_mapping"] = partial(_update_mapping, module)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""


class _Importers(list[Any]):
    """What is asked for modules, in order; one that reads known files is asked later."""

    def insert(self, place: Any, importer: Any) -> None:
        super().insert(place, importer)
        if _is_known(importer):
            super().insert(0, _LaterImporter(importer))


def _is_known(importer: Any) -> bool:
    archive = getattr(importer, "zfile", None)
    if archive is None:
        return False
    sums = {entry.filename: entry.CRC for entry in archive.infolist()}
    return all(sums.get(name) == crc for name, crc in _KNOWN_FILES.items())


def load_bindings() -> None:
    """Load the bindings of Qt; does nothing where they are there already."""
    if "PySide6" in sys.modules:
        return
    importers = sys.meta_path
    sys.meta_path = _Importers(importers)
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        sys.meta_path = importers
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


load_bindings()
