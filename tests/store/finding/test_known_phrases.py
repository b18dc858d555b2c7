"""What was found of a phrase is known for the next search, for as long as nothing changes."""

import apsw
import pytest

from desktop_app.store.finding.known_phrases import KnownPhrases
from desktop_app.store.finding.resolved import Sequence
from desktop_app.store.finding.texts import StudyTexts
from desktop_app.store.library import Library
from desktop_app.store.search import Order, SearchOrder, SortColumn, Sorting
from tests.store.synthetic import record

PHRASE = '"heart failure"'
TEXTS = ("Heart failure in adults", "Failure of the heart", "Heart-failure, and zebras")


def add(library: Library, number: int, text: str, date: str = "2024-05-01") -> None:
    library.add(record(number, date, descriptionModule={"briefSummary": text}))


def found(library: Library, query: str, order: Order = SearchOrder.NEWEST) -> int:
    *_, whole = library.find(query, order=order)
    return whole.total


def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the texts that are looked at."""
    looked_at: list[int] = []
    source = StudyTexts.source

    def note(texts: StudyTexts, row: int) -> bytes | None:
        looked_at.append(row)
        return source(texts, row)

    monkeypatch.setattr(StudyTexts, "source", note)
    return looked_at


def test_texts_are_looked_at_once(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, text in enumerate(TEXTS, 1):
        add(library, number, text)
    looked_at = counted(monkeypatch)
    assert found(library, PHRASE) == 2
    assert len(looked_at) == 3
    assert found(library, f"{PHRASE} zebra") == 1
    assert found(library, f"{PHRASE} OR zebra") == 2
    assert found(library, f"-{PHRASE}") == 1
    assert found(library, PHRASE, order=Sorting(SortColumn.TITLE)) == 2
    assert library.count_matches(PHRASE) == 2
    assert len(looked_at) == 3


def test_in_another_field_the_same_words_are_another_phrase(library: Library) -> None:
    add(library, 1, TEXTS[0])
    assert found(library, PHRASE) == 1
    assert found(library, f"title:{PHRASE}") == 0
    assert found(library, PHRASE) == 1


def test_a_change_of_the_library_is_seen(library: Library) -> None:
    for number, text in enumerate(TEXTS, 1):
        add(library, number, text)
    assert found(library, PHRASE) == 2
    # The newest study of its day gets the key again that it had.
    add(library, 3, "Failure, heart")
    assert found(library, PHRASE) == 1
    add(library, 3, TEXTS[0])
    assert found(library, PHRASE) == 2


@pytest.mark.parametrize("row", [-70, -64, -1, 0, 1, 63, 64, 2**40 + 5])
def test_rows_of_any_key_are_known_apart(row: int) -> None:
    known = KnownPhrases(apsw.Connection(":memory:"))
    known.begin()
    phrase, other = Sequence((), ("a", "b")), Sequence((), ("a", "b"), ("title",))
    known.note(phrase, row, fits=True)
    known.note(phrase, row + 1, fits=False)
    assert known.fits(phrase, row) is True
    assert known.fits(phrase, row + 1) is False
    assert known.fits(phrase, row - 1) is None
    assert known.fits(other, row) is None


def test_only_the_last_phrases_are_known() -> None:
    known = KnownPhrases(apsw.Connection(":memory:"))
    known.begin()
    phrases = [Sequence((), ("a", str(number))) for number in range(9)]
    for phrase in phrases:
        known.note(phrase, 1, fits=True)
    assert [known.fits(phrase, 1) for phrase in phrases] == [None, *[True] * 8]
