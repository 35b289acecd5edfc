"""How spaCy is imported.

`import spacy` also imports the command line of spaCy, for the sake of one function, `spacy.info`: a web client, a
downloader and a project manager, a third of the time of the whole. And the package in which it registers its parts
reads what any installed package offers to any program, and looks there a hundred times for plugins of spaCy.
A command that ends after one draft imports it without (`hurry`). What is put in the command line's place is gone
afterwards: a later `import spacy.cli` is the real one. Plugins are there again for whoever asks (`with_plugins`).
Whatever spaCy does that was not foreseen leads to the plain import, which is only slower.
"""

from __future__ import annotations

import sys
from importlib import import_module, metadata
from threading import RLock
from types import ModuleType
from typing import Any

_PACKAGE, _CLI, _INFO = "spacy", "spacy.cli", "spacy.cli.info"
_REGISTERS = "catalogue"
_hurried = [False]
_importing = RLock()
_registering: list[ModuleType] = []  # the package of the registers, when it was imported without plugins


def hurry() -> None:
    """Import spaCy, when somebody needs it, without its command line."""
    _hurried[0] = True


def spacy() -> ModuleType:
    """The package, imported.

    Raises:
        ImportError: spaCy is not installed, or broken.
    """
    with _importing:
        return _spacy()


def _spacy() -> ModuleType:
    if _hurried[0] and not any(name == _PACKAGE or name.startswith(f"{_PACKAGE}.") for name in sys.modules):
        try:
            _without_plugins()
            return _without_command_line()
        except Exception:  # noqa: BLE001 - whatever it is, the plain import is asked next
            with_plugins()
            _forget()
    found = import_module(_PACKAGE)
    _bind(found)
    return found


def with_plugins() -> None:
    """Let spaCy find its plugins, such as those that another model needs."""
    if _registering:
        _registering.pop().AVAILABLE_ENTRY_POINTS = metadata.entry_points()  # type: ignore[attr-defined]


def _without_plugins() -> None:
    """Import the package of the registers while nobody offers plugins."""
    if _REGISTERS in sys.modules:
        return
    usual, none = metadata.entry_points, metadata.EntryPoints(())
    metadata.entry_points = lambda **_: none  # type: ignore[assignment]
    try:
        found = import_module(_REGISTERS)
    finally:
        metadata.entry_points = usual
    if getattr(found, "AVAILABLE_ENTRY_POINTS", None) is not none:
        del sys.modules[_REGISTERS]  # nobody has it yet: it is imported anew, as it is
        return
    _registering.append(found)


def _without_command_line() -> ModuleType:
    sys.modules[_CLI], sys.modules[_INFO] = _stand_ins()
    try:
        found = import_module(_PACKAGE)
    finally:
        del sys.modules[_CLI], sys.modules[_INFO]
    if any(name.startswith(_CLI) for name in sys.modules):
        raise ImportError("spaCy imports its command line in another way")
    return found


def _stand_ins() -> tuple[ModuleType, ModuleType]:
    """An empty `spacy.cli`, and its `info`, which calls the real one."""
    package, module = ModuleType(_CLI), ModuleType(_INFO)
    package.__path__ = []

    def info(*args: Any, **options: Any) -> Any:
        """What `spacy.info` says."""
        return import_module(_INFO).info(*args, **options)

    module.info = info  # type: ignore[attr-defined]
    return package, module


def _forget() -> None:
    """Let spaCy be imported anew; its compiled modules cannot be loaded twice in a process, so they stay."""
    for name in [name for name in sys.modules if name == _PACKAGE or name.startswith(_CLI)]:
        del sys.modules[name]


def _bind(package: ModuleType) -> None:
    """Make modules that stayed attributes of the package, as their import does."""
    for name, module in list(sys.modules.items()):
        parent, _, own = name.rpartition(".")
        if parent == _PACKAGE and not hasattr(package, own):
            setattr(package, own, module)
