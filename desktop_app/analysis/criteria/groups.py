"""Words around lists of criteria: which name a group, announce a list, join or add a note."""

import re

from desktop_app.analysis.criteria.headings import BRACKETED, PEOPLE, WORD, sentence_side

_GROUP = re.compile(
    r"\b(?:cohorts?|groups?|parts?|strat(?:um|a)|arms?|phases?|stages?|patients?|subjects?|controls?"
    r"|volunteers?|participants?|eligibility|(?:sub-?)?study|substudy|adults|children|adolescents"
    r"|infants|siblings|donors?|recipients?|caregivers?|parents|partners?|women|men|males|females"
    r"|screening|randomi[sz]ation|enrol\w+|criteria|characteristics|conditions|history|therapy"
    r"|medications?|general|specific|only|all)\b",
    re.IGNORECASE,
)
_LONGEST_GROUP = 12  # words outside brackets
_ABOUT_LIST = re.compile(
    rf"\bcriteri(?:a|on)\b|\b{PEOPLE}\b.{{0,80}}?\b(?:must|meets?|met|eligible|enrolled|included"
    r"|excluded|allowed|will|may|should|if)\b|\A\W*(?:for|in addition|if|and|or|plus)\b",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(
    r"\b(?:must|will|should|shall|are|is|were|was|have|has|had|meets?|met|meeting|fulfil\w*"
    r"|following|criteria|includes?|if|who|may|can|apply)\b",
    re.IGNORECASE,
)
_JOINING = re.compile(r"\W*(?:and|or|and/or|plus|either|and either)\W*\Z", re.IGNORECASE)
_NOTE = re.compile(
    r"\W{0,3}(?:please )?(?:note\b|n\.?b\.?\b)|[*†‡§#ǂ^]+\s?\w"
    r"|(?:other|further|additional)\b.{0,60}\b(?:appl(?:y|ies|ied))\W*\Z",
    re.IGNORECASE,
)
_NO_CRITERIA = re.compile(
    r"\W*(?:none|n/?a|no|nil|not applicable|not provided|no exclusions?"
    r"|no (?:eligibility |inclusion |exclusion )?criteria|none stated|none specified)\W*\Z",
    re.IGNORECASE,
)
_HAS_WORD = re.compile(r"[^\W_]")


def is_group_label(text: str, paragraph: bool = False) -> bool:
    """Tell whether short words before a list name a group ("Healthy controls") or are a criterion.

    Words without any sign of a group are taken for a criterion; a ``paragraph`` of its own that
    names a group is short and has a capital.
    """
    if paragraph and (len(WORD.findall(text)) > 8 or text[:1].islower()):
        return False
    if len(text) > 80 or text[-1:] in ".;,!" or re.search(r"[<>≥≤=]\s*\d|\byears?\b", text):
        return False
    return text.isupper() or (_GROUP.search(text) is not None and not is_sentence(text))


def names_group(text: str) -> bool:
    """Tell whether words that end in a colon are about a list of criteria, not one with parts.

    "Participants must meet all of:" and "Cohort A:" are; "Treatment with immunosuppressive
    medication within two weeks before the first dose, with the following exceptions:" is one.
    """
    if sentence_side(text) is not None or _ABOUT_LIST.search(text):
        return True
    return len(WORD.findall(BRACKETED.sub("", text))) <= _LONGEST_GROUP


def is_sentence(text: str) -> bool:
    """Tell a sentence ("Patients must meet all of:") from a label ("Cohort A:")."""
    return _SENTENCE.search(text) is not None


def is_note(text: str) -> bool:
    """Tell words that are no criterion wherever they stand: "OR", a note, a footnote."""
    return bool(_JOINING.match(text) or _NOTE.match(text))


def says_nothing(text: str) -> bool:
    """Tell whether the words only say that there are no criteria, or are no words at all."""
    if _HAS_WORD.search(text) is None:
        return True
    return len(text) < 40 and _NO_CRITERIA.match(text) is not None
