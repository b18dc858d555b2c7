"""Modules whose code runs when something is first looked up in them.

The bindings of Qt import much of the standard library, and the window is painted without it.
"""

from collections.abc import Callable, Collection, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from threading import RLock
from types import ModuleType
from typing import Any, cast


class LaterModule(ModuleType):
    """A module that is empty until something is looked up in it; then ``run`` fills it.

    Other threads wait for the end of it: the bindings end the program where they find half of it.
    """

    def __init__(self, name: str, run: Callable[[ModuleType], None], lock: "RLock") -> None:
        super().__init__(name)
        self.__run__: Callable[[ModuleType], None] | None = run
        self.__lock__ = lock

    def __getattribute__(self, name: str) -> Any:
        # Double underscores are asked for by those who only look through all modules.
        if not name.startswith("__"):
            run_now(self)
        # Not by way of ``super``: once the code has run, this is a module like any other.
        return ModuleType.__getattribute__(self, name)


def run_now(module: LaterModule) -> None:
    """Run the code, once; what it looks up in its own module meanwhile is there or not."""
    with module.__lock__:
        run, module.__run__ = module.__run__, None
        if run is not None:
            run(module)
            module.__class__ = cast(Any, ModuleType)


class StandardLater:
    """Finds modules of the standard library, each to be run later."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self._names else None
        if spec is not None and spec.loader is not None:
            spec.loader = cast(Any, _LaterLoader(spec.loader))
        return spec


class _LaterLoader:
    """Makes one module, which ``loader`` fills when it runs."""

    def __init__(self, loader: Any) -> None:
        self._loader = loader

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return LaterModule(spec.name, self._run, RLock())

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing yet."""

    def _run(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
