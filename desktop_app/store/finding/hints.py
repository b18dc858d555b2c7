"""Words that stand in all records that fit a filter, so that the index finds what fits it.

The rows of studies know for sure what fits, but to go through half a million of them for a rare
value takes a tenth of a second.
"""

from collections.abc import Iterable

from desktop_app.store.facets.packing import Facet
from desktop_app.store.finding.expressions import EVERYWHERE
from desktop_app.store.queries.tree import Terms
from desktop_app.store.words import WordForms
from desktop_app.study.enumerations import AgencyClass, Phase, Sex, Status, StudyType

_RARE: dict[Facet, frozenset[str]] = {
    Facet.STATUS: frozenset(Status)
    - {Status.COMPLETED, Status.UNKNOWN, Status.RECRUITING, Status.ACTIVE_NOT_RECRUITING},
    Facet.PHASE: frozenset((Phase.EARLY_PHASE1,)),
    Facet.STUDY_TYPE: frozenset((StudyType.EXPANDED_ACCESS,)),
    Facet.SEX: frozenset((Sex.FEMALE, Sex.MALE)),
    Facet.SPONSOR_CLASS: frozenset(AgencyClass)
    - {AgencyClass.OTHER, AgencyClass.INDUSTRY, AgencyClass.UNKNOWN},
}
"""Values that few studies have, or that most of the records have that hold the words."""
_MOST_NAMES = 20


def term_hint(forms: WordForms, node: Terms) -> str:
    """Return an expression for terms, empty where it would be of no use."""
    rare = _RARE.get(node.facet, frozenset())
    if not all(terms and rare.issuperset(terms) for terms in node.alternatives):
        return ""
    return _any_of(forms, (" ".join(terms) for terms in node.alternatives))


def country_hint(forms: WordForms, names: set[str]) -> str:
    """Return an expression for countries, empty where it would be of no use."""
    if "" in names or len(names) > _MOST_NAMES:
        return ""
    return _any_of(forms, sorted(names))


def _any_of(forms: WordForms, texts: Iterable[str]) -> str:
    made = []
    for text in texts:
        words = (f'"{forms.stem(word)}"' for word in forms.words(text))
        made.append(f"({' AND '.join(words)})")
    return f"({EVERYWHERE} : ({' OR '.join(made)}))" if made else ""
