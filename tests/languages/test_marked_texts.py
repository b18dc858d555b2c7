"""Texts are marked where those who gather them for translation find them."""

import ast
from collections.abc import Iterator
from pathlib import Path

from catalogue_texts import texts_of_module

ROOT = Path(__file__).parents[2] / "desktop_app"
FILES = sorted(ROOT.rglob("*.py"))
PLACES = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "pgettext": (0, 1)}
"""The functions that mark texts, with the arguments that are written down as they are."""
SAYS_OTHERS = ("_", "pgettext")
"""They also say texts that are marked elsewhere."""


def _marked(source: bytes) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            for place in PLACES.get(node.func.id, ()):
                yield node.func.id, node.args[place]


def _faults(source: bytes) -> Iterator[str]:
    found = list(texts_of_module(source))
    gathered = {part for text in found for part in (text.id, text.plural, text.context)}
    for function, text in _marked(source):
        if isinstance(text, ast.Constant):
            if text.value not in gathered:
                yield f"{text.value!r} is not gathered, as within an f-string"
        elif function not in SAYS_OTHERS or isinstance(text, ast.JoinedStr | ast.BinOp):
            yield f"{ast.unparse(text)} is no text"


def test_every_marked_text_is_gathered() -> None:
    faults = [(str(file), fault) for file in FILES for fault in _faults(file.read_bytes())]
    assert not faults


def test_a_text_with_a_plural_is_said_with_its_number_everywhere() -> None:
    texts = [text for file in FILES for text in texts_of_module(file.read_bytes())]
    counted = {text.key for text in texts if text.plural}
    assert not [text.id for text in texts if text.key in counted and not text.plural]


def test_what_is_put_together_is_no_text() -> None:
    source = b"""_(f"Copy {name}"); _("Copy " + name); N_(name); _(name)"""
    assert list(_faults(source)) == [
        "f'Copy {name}' is no text",
        "'Copy ' + name is no text",
        "name is no text",
    ]
