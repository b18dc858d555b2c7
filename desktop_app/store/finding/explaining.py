"""Why a study was found: a piece of its text with what was looked for, and a warning."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import apsw

from desktop_app.languages import N_, _
from desktop_app.store.finding.criteria_sides import sides
from desktop_app.store.finding.folding import fold
from desktop_app.store.finding.hits import Hit, excerpt, on_one_line, terms_of
from desktop_app.store.finding.resolved import Every, Word
from desktop_app.store.finding.texts import StudyTexts
from desktop_app.store.words import WordForms

_NOTE = N_("Your note")
_INCLUSION = N_("Inclusion criteria")
_EXCLUSION = N_("Exclusion criteria")
_MOST_PASSAGES = 4_000
_LONGEST = 60_000
"""Letters of a text that are looked through."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a study was found.

    ``label`` says where the text stands; ``marks`` are starts and lengths within ``text`` of what
    was looked for, in characters. ``only_excluded`` are those of the words that stand in the
    exclusion criteria and nowhere else in the record.
    """

    label: str
    text: str
    marks: tuple[tuple[int, int], ...]
    only_excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Place:
    """A text as it is looked through."""

    label: str
    column: str
    text: str
    is_exclusion: bool = False


class Explainer:
    """Explains rows of one query."""

    def __init__(
        self, connection: apsw.Connection, texts: StudyTexts, forms: WordForms, root: Every
    ) -> None:
        self._connection = connection
        self._texts = texts
        self._terms = terms_of(forms, root)

    def explain(self, row: int) -> Explanation | None:
        """Return why a row was found; None where no word was asked for, or none is found."""
        wanted = set(range(len(self._terms.leaves)))
        if not wanted:
            return None
        best: tuple[int, _Place, list[Hit]] | None = None
        elsewhere: set[int] = set()
        excluded: Counter[int] = Counter()
        only: list[int] | None = None
        for place in self._places(row):
            hits = self._terms.hits(place.text, (place.column,) if place.column else ())
            if not hits:
                continue
            found = {hit.term for hit in hits}
            if place.is_exclusion:
                excluded.update(hit.term for hit in hits)
            else:
                elsewhere |= found
            if best is None or len(found) > best[0]:
                best = len(found), place, hits
            if wanted <= elsewhere | excluded.keys():
                # All was found: there is no more to look for, unless for a better place.
                if only is None:
                    only = self._only(row, excluded, elsewhere)
                if best[0] == len(wanted) and not excluded.keys() - elsewhere - set(only):
                    break
        if best is None:
            return None
        made = excerpt(best[1].text, best[2])
        only = self._only(row, excluded, elsewhere) if only is None else only
        return Explanation(_(best[1].label), made.text, made.marks, self._written(only))

    def _only(self, row: int, excluded: Counter[int], elsewhere: set[int]) -> list[int]:
        """Return of the terms in the exclusion criteria those that stand nowhere else.

        Names of elements count as well, so that a warning is rather left out than wrong.
        """
        suspects = sorted(excluded.keys() - elsewhere)
        plain = [term for term in suspects if not self._terms.leaves[term].columns]
        source = self._texts.folded_source(row) if plain else None
        if source is None:
            return plain
        return [term for term in plain if self._terms.count(source, term) <= excluded[term]]

    def _written(self, terms: Sequence[int]) -> tuple[str, ...]:
        leaves = (self._terms.leaves[term] for term in terms)
        return tuple(
            one.written if isinstance(one, Word) else " ".join(one.tokens) for one in leaves
        )

    def _places(self, row: int) -> Iterator[_Place]:
        """Yield the texts of a row that may hold terms, those that say most about it first."""
        from desktop_app.store.finding.passages import CRITERIA, passages

        note = self._connection.execute(
            "SELECT text FROM personal.note JOIN study USING (nct_number) WHERE row = ?", (row,)
        ).get
        if note:
            yield _Place(_NOTE, "", on_one_line(note[:_LONGEST]))
        raw = self._texts.record(row)
        found = passages(raw, self._is_worth) if raw is not None else ()
        for number, passage in enumerate(found):
            if number > _MOST_PASSAGES:
                return
            text = passage.text[:_LONGEST]
            if not self._is_worth(text):
                continue
            allowed, excluded = sides(text) if passage.name == CRITERIA else (text, "")
            label = _INCLUSION if excluded else passage.label
            yield _Place(label, passage.column, on_one_line(allowed))
            if excluded:
                yield _Place(_EXCLUSION, passage.column, on_one_line(excluded), is_exclusion=True)

    def _is_worth(self, text: str) -> bool:
        """Tell quickly whether a closer look at a text is worth while."""
        return self._terms.may_stand_in(fold(text))
