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
from threading import RLock
from types import ModuleType
from typing import Any, cast

from desktop_app.ui.later_enumerations import make_enumerations_later
from desktop_app.ui.quick_enumerations import make_enumerations_quickly

_PACKAGE = "shibokensupport.signature"
_ERRORS = f"{_PACKAGE}.errorhandler"
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
    """A module whose code runs when something is first looked up in it.

    Other threads wait for the end of it: the bindings end the program where they find half of it.
    """

    def __init__(self, later: "_Later") -> None:
        super().__init__(later.name)
        self.__later__ = later

    def __getattribute__(self, name: str) -> Any:
        # Double underscores are asked for by those who only look through all modules.
        if not name.startswith("__"):
            self.__later__.run(self)
        # Not by way of ``super``: once the code has run, this is a module like any other.
        return ModuleType.__getattribute__(self, name)


class _Later:
    """The code of a module, by its name in the archive, until it has run."""

    def __init__(self, name: str, importer: Any, lock: "RLock") -> None:
        self.name = name
        self._importer = importer
        self._lock = lock
        self._is_begun = False

    def run(self, module: ModuleType) -> None:
        """Run the code, once; what it looks up in its own module meanwhile is there or not."""
        with self._lock:
            if self._is_begun:
                return
            self._is_begun = True
            spec = module.__spec__
            assert spec is not None
            published, spec.name = spec.name, self.name
            self._importer.exec_module(module)
            spec.name = published
            module.__class__ = ModuleType

    def update_mapping(self, module: ModuleType) -> Any:
        """Stand for a function that the library looks up in the dictionary of the module."""
        # First what it tells errors with: that is looked up while one is set, when no code can run.
        errors = sys.modules[_ERRORS]
        errors.__later__.run(errors)
        self.run(module)
        return module.__dict__["update_mapping"]()


class _LaterImporter:
    """Makes modules that run later; ``importer`` is what the bindings read theirs with.

    They need one another, so one lock is for all of them.
    """

    def __init__(self, importer: Any) -> None:
        self._importer = importer
        self._lock = RLock()

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(name, cast(Any, self)) if name in _LATER else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        later = _Later(spec.name, self._importer, self._lock)
        module = _LaterModule(later)
        if spec.name == f"{_PACKAGE}.mapping":
            module.__dict__["update_mapping"] = partial(later.update_mapping, module)
        return module

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""


class _Importers(list[Any]):
    """What is asked for modules, in order; one that reads known files is asked later."""

    def insert(self, place: Any, importer: Any) -> None:
        super().insert(place, importer)
        if _is_known(importer):
            super().insert(0, _LaterImporter(importer))
            make_enumerations_later()


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
    make_enumerations_quickly()
    importers = sys.meta_path
    sys.meta_path = _Importers(importers)
    try:
        importlib.import_module("PySide6.QtCore")
    finally:
        sys.meta_path = importers
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


load_bindings()
