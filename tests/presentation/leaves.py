"""What a record holds, leaf by leaf as people read it, and what the tabs say of it."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from desktop_app.export.text import to_text
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.header import study_header
from desktop_app.presentation.pane import PANES
from desktop_app.presentation.wording import grouped
from desktop_app.study.ages import Age
from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Code
from desktop_app.study.dates import PartialDate
from desktop_app.study.markup import MarkupText
from desktop_app.study.study import Study

TODAY = date(2026, 1, 1)
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")
_OURS = re.compile(r"(?:inclusion|exclusion|eligibility|criteri(?:a|on)|[ivx]+|\d{1,2})\Z")


def folded(text: str) -> str:
    """Return a text with one space for each run of white space."""
    return " ".join(text.split())


def text_of_all(study: Study, context: Context = NOTHING_KNOWN) -> str:
    """Return all that header and tabs say, in one line."""
    header = study_header(study)
    shown = (header.nct_id, header.org_study_id, header.title, *header.facts)
    tabs = (to_text(pane.sections(study, context)) for pane in PANES)
    return folded("\n".join((*shown, *tabs)))


def leaves(value: object, left_out: frozenset[str], path: str = "") -> Iterator[tuple[str, str]]:
    """Yield path and words of every leaf of a part of a record, but for elements of some names."""
    if isinstance(value, RecordModel):
        for name in value.model_fields_set - left_out:
            yield from leaves(getattr(value, name), left_out, f"{path}.{name}")
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from leaves(one, left_out, f"{path}.{name}")
    elif isinstance(value, tuple | list):
        for one in value:
            yield from leaves(one, left_out, path)
    elif value is not None:
        yield path, folded(_words(value))


def _words(value: object) -> str:
    match value:
        case MarkupText():
            return value.plain
        case Code():
            return value.label.lower()
        case bool():
            return "yes" if value else "no"
        case int():
            return grouped(value)
        case PartialDate():
            return str(value).replace("T", " ")
        case Age():
            return str(value).lower()
    return str(value)


def missing_words(criteria: str, shown: str) -> Counter[str]:
    """Return the words of criteria, which are arranged anew, that are not among those shown.

    Headings above the two sides are the application's, and so are the marks before criteria.
    """
    wanted, found = (Counter(_WORD.findall(text.casefold())) for text in (criteria, shown))
    lost = wanted - found
    return Counter({word: count for word, count in lost.items() if not _OURS.match(word)})
