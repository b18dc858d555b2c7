"""The texts of the application that have to be translated: those in the code and in the models."""

import importlib
import io
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from babel.messages.extract import extract

CHECKOUT = Path(__file__).resolve().parent.parent
if str(CHECKOUT) not in sys.path:
    sys.path.insert(0, str(CHECKOUT))

from desktop_app import study  # noqa: E402 - the checkout's own, whatever is installed
from desktop_app.study.base import RecordModel  # noqa: E402
from desktop_app.study.codes import Code, within_context  # noqa: E402
from desktop_app.study.enumerations import SAID_WITHIN_SENTENCES  # noqa: E402

_KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
_HINT = "Translators:"

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class Text:
    """A text of the application's; what a context is for, a translator is told by ``comment``."""

    id: str
    context: str = ""
    plural: str = ""
    comment: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Return what a catalogue finds the text by."""
        return self.context, self.id


def all_texts() -> tuple[Text, ...]:
    """Return every text once, sorted, with all hints that stand beside it."""
    return merged((*texts_of_code(), *texts_of_models()))


def merged(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Return each text once; raises ValueError where one has two plurals."""
    found: dict[tuple[str, str], Text] = {}
    for text in texts:
        other = found.setdefault(text.key, text)
        if text.plural and other.plural and text.plural != other.plural:
            raise ValueError(f"{text.id!r} has two plurals: {text.plural!r}, {other.plural!r}")
        hints = [hint for hint in (other.comment, text.comment) if hint]
        comment = "\n".join(dict.fromkeys(hints))
        found[text.key] = Text(text.id, text.context, text.plural or other.plural, comment)
    return tuple(sorted(found.values()))


def texts_of_code() -> Iterator[Text]:
    """Yield the texts that the modules of the application mark."""
    for file in sorted((CHECKOUT / "desktop_app").rglob("*.py")):
        yield from texts_of_module(file.read_bytes())


def texts_of_module(source: bytes) -> Iterator[Text]:
    """Yield the texts that a module marks."""
    found = extract("python", io.BytesIO(source), _KEYWORDS, [_HINT], strip_comment_tags=True)
    for _line, message, comments, context in found:
        if not message:
            continue
        forms = (message,) if isinstance(message, str) else message
        plural = forms[1] if len(forms) > 1 else ""
        yield Text(forms[0], context or "", plural, " ".join(comments).strip())


def texts_of_models() -> Iterator[Text]:
    """Yield the labels of data elements and of the terms of code lists."""
    for module in pkgutil.iter_modules(study.__path__):
        importlib.import_module(f"desktop_app.study.{module.name}")
    for model in _below(RecordModel):
        names = (field.title for field in model.model_fields.values())
        yield from (Text(name, comment="A data element of the registry.") for name in names if name)
    for codes in _below(Code):
        for code in codes:
            yield Text(code.label, codes.__name__, comment="A term of one of the registry's lists.")
            if codes in SAID_WITHIN_SENTENCES:
                yield Text(code.label.lower(), within_context(codes))


def _below(kind: type[T]) -> Iterator[type[T]]:
    """Yield what the record is made of; a reader has such types of its own, which nobody sees."""
    for below in kind.__subclasses__():
        if below.__module__.startswith(f"{study.__name__}."):
            yield below
        yield from _below(below)
