import gettext
import io
import json
from pathlib import Path

import catalogues
import pytest
from catalogue_files import CatalogueFile, mo_bytes, po_text, read_catalogue, with_texts
from catalogue_texts import Text

ONE = Text("Copy", comment="On a button.")
SITES = Text("{count} site", plural="{count} sites")
ALL = Text("All", "sex")
QUOTED = Text('A "long"\nline\\')


def _catalogue(language: str = "de") -> CatalogueFile:
    texts = tuple(sorted((ONE, SITES, ALL, QUOTED)))
    known = {
        ONE.key: ("Kopieren",),
        SITES.key: ("{count} Zentrum", "{count} Zentren"),
        ALL.key: ("Alle",),
        QUOTED.key: ('Eine "lange"\nZeile\\',),
    }
    return CatalogueFile(language, texts, known)


def _through_file(catalogue: CatalogueFile, folder: Path) -> CatalogueFile:
    path = folder / "trialviewer.po"
    path.write_text(po_text(catalogue), encoding="utf-8")
    return read_catalogue(path, catalogue.language)


def test_a_catalogue_comes_back_from_its_file(tmp_path: Path) -> None:
    assert _through_file(_catalogue(), tmp_path) == _catalogue()


def test_the_program_reads_what_was_compiled() -> None:
    said = gettext.GNUTranslations(io.BytesIO(mo_bytes(_catalogue())))
    assert said.gettext("Copy") == "Kopieren"
    assert said.pgettext("sex", "All") == "Alle"
    assert [said.ngettext(SITES.id, SITES.plural, n) for n in (1, 2)] == [
        "{count} Zentrum",
        "{count} Zentren",
    ]
    assert said.gettext(QUOTED.id) == 'Eine "lange"\nZeile\\'


def test_what_is_not_translated_is_not_compiled_and_said_in_english() -> None:
    said = gettext.GNUTranslations(io.BytesIO(mo_bytes(CatalogueFile("de", (ONE,)))))
    assert said.gettext("Copy") == "Copy"


def test_new_texts_come_in_and_translations_stay(tmp_path: Path) -> None:
    new = Text("Paste")
    made = _through_file(with_texts(_catalogue(), (ONE, new)), tmp_path)
    assert list(made.untranslated()) == [new]
    assert made.translations == {ONE.key: ("Kopieren",)}


def test_a_text_that_went_and_came_back_has_its_translation_still(tmp_path: Path) -> None:
    without = _through_file(with_texts(_catalogue(), (ONE,)), tmp_path)
    assert without.texts == (ONE,)
    assert with_texts(without, _catalogue().texts) == _catalogue()


def test_a_text_that_counts_now_is_to_be_translated_anew() -> None:
    counted = Text("Copy", plural="Copies")
    assert list(with_texts(_catalogue(), (counted,)).untranslated()) == [counted]


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(catalogues, "catalogue_path", lambda language: tmp_path / f"{language}.po")
    for language in catalogues.LANGUAGES:
        catalogues.write(CatalogueFile(language, (ONE, SITES)))
    return tmp_path


def _reply(folder: Path, *lines: object) -> Path:
    path = folder / "reply.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


def test_a_reply_is_taken_line_by_line(in_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    reply = _reply(
        in_folder,
        {"id": "Copy", "text": "Kopieren"},
        {"id": "{count} site", "texts": ["{count} Zentrum"]},
        {"id": "Unheard of", "text": "Unerhört"},
        ["no object"],
    )
    assert catalogues.main(["take", "de", str(reply)]) == 1
    told = capsys.readouterr()
    assert told.out == "1 taken, 3 refused.\n"
    assert [line.split(": ")[0] for line in told.err.splitlines()] == [
        *("reply.jsonl:2", "reply.jsonl:3", "reply.jsonl:4"),
    ]
    assert catalogues.main(["todo", "de"]) == 0
    assert [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()] == [
        "{count} site"
    ]


def test_the_report_fails_as_long_as_anything_is_untranslated(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogues.main(["report"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "es: 2 of 2 untranslated."
    forms = {ONE.key: ("x",), SITES.key: ("{count} x", "{count} xx")}
    for language in catalogues.LANGUAGES:
        one = {SITES.key: ("{count} x",)} if language == "zh_CN" else {}
        catalogues.write(CatalogueFile(language, (ONE, SITES), forms | one))
    assert catalogues.main(["report"]) == 0


@pytest.mark.parametrize("arguments", [[], ["todo"], ["todo", "xx"], ["--help"]])
def test_other_arguments_are_answered_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalogues.main(arguments) == 2
    assert capsys.readouterr().err.lstrip().startswith("Keeps the catalogues")
