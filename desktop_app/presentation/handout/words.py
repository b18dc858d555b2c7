"""Which terms of the glossary a handout explains."""

import re
from collections.abc import Iterable, Iterator

from desktop_app.presentation.glossary import Term, term_of, terms_in
from desktop_app.presentation.section import (
    Block,
    Field,
    FieldList,
    Item,
    ItemList,
    Paragraph,
    Prose,
    Section,
)
from desktop_app.study.markup import TextBlock, TextParagraph

IN_TEXTS = (
    *("Placebo", "Placebos", "Placebo-controlled", "Sham", "Comparator", "Control group"),
    *("Randomized", "Randomised", "Randomization", "Randomisation", "Stratified"),
    *("Open-label", "Open label", "Single-blind", "Double-blind", "Triple-blind", "Blinded"),
    *("Crossover", "Cross-over", "Single-arm study", "Washout", "Wash-out", "Run-in"),
    *("Standard of care", "Usual care", "Standard treatment", "Standard therapy", "Off-label"),
    *("Arm", "Arms", "Cohort", "Intervention", "Interventions", "Baseline", "Follow-up"),
    *("Efficacy", "Endpoint", "Endpoints", "Outcome", "Outcomes", "Biomarker", "Biomarkers"),
    *("Pharmacokinetics", "Pharmacodynamics", "Bioequivalence", "Biosimilar"),
    *("Dose escalation", "Dose-limiting toxicity", "Maximum tolerated dose"),
    *("Adverse event", "Adverse events", "Serious adverse event", "Serious adverse events"),
    *("Informed consent", "Healthy volunteers", "Ethics committee", "Quality of life"),
    *("Overall survival", "Progression-free survival", "Observational study", "Natural history"),
)
"""Labels looked for in running text; everyday words (sex, treatment, single) are not among them."""
_LONGEST_FIRST = sorted(IN_TEXTS, key=len, reverse=True)
_FOUND = re.compile(rf"\b(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})\b", re.IGNORECASE)
_LABELLED = re.compile(r"(.{1,40}?)[\s\u00a0\u202f]?[:：]")
_CLEAR = frozenset(
    {"sex", "drug", "device", "procedure", "study_start_date", "study_type", "central_contacts"}
)
"""Terms that a reader knows where they stand as a label or before a name."""


def handout_words(sections: Iterable[Section]) -> tuple[Field, ...]:
    """Return the terms that occur as labels, as values and in texts, each once with its meaning.

    A term that is explained where it stands is not among them. They are in alphabetical order.
    """
    parts = tuple(sections)
    texts = tuple(text for part in parts for text in texts_of(part))
    words: dict[str, Field] = {}
    for label, term in (*_labelled(terms_in(parts)), *_found(texts)):
        if term.id not in _CLEAR:
            words.setdefault(term.id, Field(label, term.text))
    # Once for each term: a study of 5,000 arms has its terms 5,000 times.
    unsaid = (
        word for word in words.values() if not any(text.endswith(word.value) for text in texts)
    )
    return tuple(sorted(unsaid, key=lambda field: field.label.casefold()))


def _labelled(terms: Iterable[Term]) -> Iterator[tuple[str, Term]]:
    return ((one.term, one) for one in terms)


def _found(texts: Iterable[str]) -> Iterator[tuple[str, Term]]:
    """Yield terms with the label that occurs, which may be another one than their first."""
    labels = {label.casefold(): label for label in IN_TEXTS}
    for text in texts:
        # An intervention stands behind its type: "Biological: X".
        kinds = (match[1] for line in text.split("\n") if (match := _LABELLED.match(line)))
        yield from ((term.term, term) for kind in kinds if (term := term_of(kind)))
        for words in _FOUND.findall(text):
            label = labels[words.casefold()]
            if term := term_of(label):
                yield label, term


def texts_of(block: Block) -> Iterator[str]:
    """Yield every text of a block of a handout, labels apart."""
    match block:
        case Section():
            yield block.title
            for part in block.blocks:
                yield from texts_of(part)
        case FieldList():
            yield from (field.value for field in block.fields)
        case Paragraph():
            yield block.text
        case Prose():
            for text in block.blocks:
                yield from _texts_of_markup(text)
        case ItemList():
            for item in block.items:
                yield from _texts_of_item(item)


def _texts_of_item(item: Item) -> Iterator[str]:
    yield item.text
    for part in item.items:
        yield from _texts_of_item(part)


def _texts_of_markup(block: TextBlock) -> Iterator[str]:
    if isinstance(block, TextParagraph):
        yield block.text
        return
    for item in block.items:
        for part in item.blocks:
            yield from _texts_of_markup(part)
