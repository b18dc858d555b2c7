"""Catalogues as files: ``.po`` for people, ``.mo`` for the program, the same every time.

No dates and no places in the code are written, so that a difference is one of texts.
"""

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import normalize, read_po
from catalogue_texts import Text

Translations = dict[tuple[str, str], tuple[str, ...]]
"""By context and text: one form, or the language's plural forms; untranslated ones lack."""
_MAGIC = 0x950412DE


@dataclass(slots=True)
class CatalogueFile:
    """The texts of one language with what they are in it.

    ``kept`` holds translations of texts that the application no longer has: they may come back.
    """

    language: str
    texts: tuple[Text, ...] = ()
    translations: Translations = field(default_factory=dict)
    kept: dict[tuple[str, str], tuple[Text, tuple[str, ...]]] = field(default_factory=dict)

    @property
    def plural_count(self) -> int:
        """Return how many plural forms the language has."""
        return int(get_plural(self.language).num_plurals)

    def untranslated(self) -> Iterator[Text]:
        """Yield the texts that the language lacks."""
        return (text for text in self.texts if text.key not in self.translations)


def read_catalogue(path: Path, language: str) -> CatalogueFile:
    """Return what a file holds; one that is not there holds nothing."""
    if not path.exists():
        return CatalogueFile(language)
    with path.open("rb") as file:
        catalogue: Catalog = read_po(file, locale=language, abort_invalid=True)
    made = CatalogueFile(language, tuple(_text(one) for one in catalogue if one.id))
    for one in catalogue:
        if one.id and (forms := _forms(one)):
            made.translations[_text(one).key] = forms
    for one in catalogue.obsolete.values():
        if forms := _forms(one):
            made.kept[_text(one).key] = (_text(one), forms)
    return made


def _text(message: Message) -> Text:
    forms = (message.id,) if isinstance(message.id, str) else message.id
    plural = forms[1] if len(forms) > 1 else ""
    return Text(forms[0], message.context or "", plural, "\n".join(message.auto_comments))


def _forms(message: Message) -> tuple[str, ...]:
    forms = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return forms if all(forms) and "fuzzy" not in message.flags else ()


def with_texts(old: CatalogueFile, texts: tuple[Text, ...]) -> CatalogueFile:
    """Return a catalogue of other texts, with every translation that is known of them."""
    before = {text.key: text for text in old.texts}
    known = {key: (before[key], forms) for key, forms in old.translations.items()} | {
        key: one for key, one in old.kept.items() if key not in old.translations
    }
    made = CatalogueFile(old.language, texts)
    for text in texts:
        was, forms = known.pop(text.key, (text, ()))
        if forms and bool(was.plural) == bool(text.plural):
            made.translations[text.key] = forms
    made.kept = known
    return made


def po_text(catalogue: CatalogueFile) -> str:
    """Return a catalogue as its people edit it."""
    parts = [f'msgid ""\nmsgstr {normalize(_header(catalogue.language))}']
    parts += [_entry(text, catalogue) for text in catalogue.texts]
    for _key, (text, forms) in sorted(catalogue.kept.items()):
        lines = _entry_lines(Text(text.id, text.context, text.plural), forms)
        parts.append("\n".join(f"#~ {line}" for line in "\n".join(lines).split("\n")))
    return "\n\n".join(parts) + "\n"


def _entry(text: Text, catalogue: CatalogueFile) -> str:
    blank = ("",) * (catalogue.plural_count if text.plural else 1)
    return "\n".join(_entry_lines(text, catalogue.translations.get(text.key, blank)))


def _entry_lines(text: Text, forms: tuple[str, ...]) -> Iterator[str]:
    yield from (f"#. {line}" for line in text.comment.splitlines())
    if text.context:
        yield f"msgctxt {normalize(text.context)}"
    yield f"msgid {normalize(text.id)}"
    if not text.plural:
        yield f"msgstr {normalize(forms[0])}"
        return
    yield f"msgid_plural {normalize(text.plural)}"
    yield from (f"msgstr[{place}] {normalize(form)}" for place, form in enumerate(forms))


def _header(language: str) -> str:
    fields = {
        "Project-Id-Version": "Trial Protocol Viewer",
        "Language": language,
        "Plural-Forms": get_plural(language).plural_forms,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def mo_bytes(catalogue: CatalogueFile) -> bytes:
    """Return a catalogue as the program reads it: the GNU form, sorted, without a hash table."""
    entries = {b"": _header(catalogue.language).encode()}
    for text in catalogue.texts:
        if forms := catalogue.translations.get(text.key):
            context = f"{text.context}\x04" if text.context else ""
            plural = f"\0{text.plural}" if text.plural else ""
            entries[f"{context}{text.id}{plural}".encode()] = "\0".join(forms).encode()
    return _packed(dict(sorted(entries.items())))


def _packed(entries: Mapping[bytes, bytes]) -> bytes:
    # Two tables of length and place, one of ids and one of texts, then all of them ended by zeros.
    head, count = 28, len(entries)
    tables = {"ids": [], "texts": []}  # type: dict[str, list[int]]
    body, place = bytearray(), head + 16 * count
    for name, column in (("ids", entries.keys()), ("texts", entries.values())):
        for one in column:
            tables[name] += (len(one), place + len(body))
            body += one + b"\0"
    numbers = (_MAGIC, 0, count, head, head + 8 * count, 0, place)
    every = (*numbers, *tables["ids"], *tables["texts"])
    return struct.pack(f"<{len(every)}I", *every) + bytes(body)
