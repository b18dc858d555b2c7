"""The entry of a record: all that the library keeps of it beside the document."""

from typing import NamedTuple

from desktop_app.readers.json_values import JsonObject
from desktop_app.store.columns import COLUMNS
from desktop_app.store.entries.facets import FacetValues, facet_values
from desktop_app.store.entries.starts import study_starts
from desktop_app.store.entries.summary import SummaryValues, summary_values
from desktop_app.store.entries.values import part_of, text_of, texts_of
from desktop_app.store.entries.words import Texts, study_words
from desktop_app.store.similar.features import feature_tokens
from desktop_app.study.nct_numbers import format_nct_id, parse_nct_number

WHOLE = {
    "identificationModule": "identification_module",
    "statusModule": "status_module",
    "sponsorCollaboratorsModule": "sponsor_collaborators_module",
    "descriptionModule": "description_module",
    "conditionsModule": "conditions_module",
    "designModule": "design_module",
    "eligibilityModule": "eligibility_module",
}
"""The modules that every whole record holds: their names in records and in code."""


class Entry(NamedTuple):
    """What the library keeps of a record.

    ``lacks`` names the modules of WHOLE that the record has not, by their names in code.
    ``former_numbers`` are the numbers that the study had before. ``starts`` and ``features`` are
    tokens of the index of words, with spaces between them.
    """

    nct_number: int
    former_numbers: tuple[int, ...]
    lacks: tuple[str, ...]
    summary: SummaryValues
    facets: FacetValues
    texts: Texts
    starts: str
    features: str


def entry_of(raw: JsonObject) -> Entry | None:
    """Return the entry of a record in the registry's JSON; None for one without an NCT number.

    Raises nothing, whatever the record holds: what is of an odd type counts as absent.
    """
    protocol = part_of(raw, "protocolSection")
    identification = part_of(protocol, "identificationModule")
    number = parse_nct_number(text_of(identification, "nctId"))
    if number is None:
        return None
    aliases = {parse_nct_number(alias) for alias in texts_of(identification, "nctIdAliases")}
    texts = study_words(raw)
    return Entry(
        nct_number=number,
        former_numbers=tuple(sorted(one for one in aliases if one and one != number)),
        lacks=tuple(name for module, name in WHOLE.items() if not _holds(protocol, module)),
        summary=summary_values(protocol),
        facets=facet_values(raw),
        texts=texts,
        starts=study_starts(raw, texts),
        features=feature_tokens(raw),
    )


def entry_of_number(number: int) -> Entry:
    """Return the entry of a study of which only the number is known."""
    texts = (format_nct_id(number), *[""] * (len(COLUMNS) - 1))
    raw = {"protocolSection": {"identificationModule": {"nctId": texts[0]}}}
    return Entry(
        nct_number=number,
        former_numbers=(),
        lacks=tuple(WHOLE.values()),
        summary=SummaryValues(),
        facets=FacetValues(),
        texts=texts,
        starts=study_starts(raw, texts),
        features="",
    )


def _holds(protocol: JsonObject, module: str) -> bool:
    return isinstance(protocol.get(module), dict)
