"""Keeps the catalogues of the application's languages: gathers texts, takes translations.

usage: catalogues.py update            gather the texts of the code into every catalogue
       catalogues.py compile           make what the program reads
       catalogues.py report            say what each language lacks; fails where one lacks anything
       catalogues.py todo LANGUAGE     print untranslated texts, one JSON object a line
       catalogues.py take LANGUAGE FILE  read them back, with "text", or "texts" for plurals
       catalogues.py glossary-check LANGUAGE  say what is wrong with a language's glossary
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from catalogue_checks import faults
from catalogue_files import CatalogueFile, mo_bytes, po_text, read_catalogue, with_texts
from catalogue_texts import CHECKOUT, Text, all_texts

LANGUAGES = ("es", "fr", "de", "zh_CN")


def catalogue_path(language: str) -> Path:
    return CHECKOUT / "resources" / "languages" / language / "trialviewer.po"


def catalogue_of(language: str) -> CatalogueFile:
    """Return a catalogue as it stands in its file."""
    return read_catalogue(catalogue_path(language), language)


def update() -> int:
    texts = all_texts()
    for language in LANGUAGES:
        write(with_texts(catalogue_of(language), texts))
    print(f"{len(texts)} texts.")
    return compile_all() or report()


def compile_all() -> int:
    for language in LANGUAGES:
        catalogue_path(language).with_suffix(".mo").write_bytes(mo_bytes(catalogue_of(language)))
    return 0


def report() -> int:
    lacking = 0
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        missing = list(catalogue.untranslated())
        lacking += len(missing)
        print(f"{language}: {len(missing)} of {len(catalogue.texts)} untranslated.")
    return 1 if lacking else 0


def todo(language: str) -> int:
    for text in catalogue_of(language).untranslated():
        asked = {"context": text.context, "id": text.id}
        asked |= {"plural": text.plural} if text.plural else {}
        asked |= {"comment": text.comment} if text.comment else {}
        print(json.dumps(asked, ensure_ascii=False))
    return 0


def take(language: str, file: Path) -> int:
    catalogue = catalogue_of(language)
    known = {text.key: text for text in catalogue.texts}
    refused = 0
    lines = file.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if line.strip() and (fault := taken(catalogue, known, line)):
            refused += 1
            print(f"{file.name}:{number}: {fault}", file=sys.stderr)
    write(catalogue)
    print(f"{len(lines) - refused} taken, {refused} refused.")
    compile_all()
    return 1 if refused else 0


def taken(catalogue: CatalogueFile, known: dict[tuple[str, str], Text], line: str) -> str:
    """Take the translation of one line; return why not, or nothing."""
    try:
        given: dict[str, Any] = json.loads(line)
        key = (given.get("context", ""), given["id"])
        forms = tuple(given["texts"]) if "texts" in given else (given["text"],)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        return f"is no JSON object with id and text: {error!r}"
    if key not in known:
        return f"{key[1]!r} in the context {key[0]!r} is not a text of the application"
    found = "; ".join(faults(known[key], forms, catalogue.plural_count))
    if found:
        return f"{key[1]!r} {found}"
    catalogue.translations[key] = forms
    return ""


def write(catalogue: CatalogueFile) -> None:
    path = catalogue_path(catalogue.language)
    path.parent.mkdir(parents=True, exist_ok=True)
    # At once, so that nobody reads half of it.
    part = path.with_suffix(".part")
    part.write_text(po_text(catalogue), encoding="utf-8", newline="\n")
    part.replace(path)


def main(arguments: Sequence[str]) -> int:
    match arguments:
        case ["update"]:
            return update()
        case ["compile"]:
            return compile_all()
        case ["report"]:
            return report()
        case ["todo", language] if language in LANGUAGES:
            return todo(language)
        case ["take", language, file] if language in LANGUAGES:
            return take(language, Path(file))
        case ["glossary-check", language] if language in LANGUAGES:
            from catalogue_glossary import check

            return check(language)
    print(__doc__, end="", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
