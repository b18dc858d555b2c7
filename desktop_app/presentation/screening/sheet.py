"""Makes a screening sheet of a record: the exact criteria, and what is to be filled in by hand."""

from datetime import date

from desktop_app.analysis.criteria import Criteria, CriteriaGroup, arrange_criteria
from desktop_app.languages import N_, _
from desktop_app.presentation.brief import brief_of
from desktop_app.presentation.screening.content import (
    Answer,
    Blank,
    RowKind,
    ScreeningList,
    ScreeningRow,
    ScreeningSheet,
)
from desktop_app.presentation.screening.limits import limits
from desktop_app.presentation.screening.rows import group_rows
from desktop_app.punctuation import joined_sentences
from desktop_app.study.base import label
from desktop_app.study.eligibility import EligibilityModule
from desktop_app.study.study import Study

WARNING = N_(
    "The criteria come from the public registry record and are not the approved protocol."
    " Check them against the current version of the protocol before use."
)
_BLANKS = (
    N_("Screening number"),
    N_("Visit date"),
    N_("Site"),
    N_("Protocol version and its date"),
)
_OUTCOMES = (N_("Eligible"), N_("Not eligible"), N_("Pending"))
_RULES = {
    Answer.YES: N_("To take part, every criterion here needs the answer Yes."),
    Answer.NO: N_("To take part, every criterion here needs the answer No."),
    None: N_(
        "The record does not tell inclusion from exclusion here: decide from the protocol which"
        " answer each criterion needs."
    ),
}
_NONE = {
    Answer.YES: N_(
        "Not stated. The record has no inclusion criteria under a heading of their own."
    ),
    Answer.NO: N_("Not stated. The record has no exclusion criteria under a heading of their own."),
    None: N_("Not stated. The record has no criteria here."),
}
_OF_PARTS = N_(
    "A criterion with parts is answered as a whole in its own row;"
    " the boxes of its parts help with that and are not counted."
)


def screening_sheet(study: Study, today: date) -> ScreeningSheet:
    """Return the sheet of a study; ``today`` is the day on which it is printed."""
    brief = brief_of(study, today)
    return ScreeningSheet(
        identity=brief.identity,
        title=brief.titles.brief,
        acronym=brief.titles.acronym,
        sponsor=brief.sponsor,
        warning=_(WARNING),
        code=Blank(_("Participant code"), _("a code, never a name")),
        blanks=tuple(Blank(_(words)) for words in _BLANKS),
        lists=_lists(study.protocol_section.eligibility_module),
        outcomes=tuple(_(words) for words in _OUTCOMES),
        signatures=_signatures(),
        printed=today,
    )


def _lists(eligibility: EligibilityModule) -> tuple[ScreeningList, ...]:
    return (limits(eligibility), *_population(eligibility), *_criteria(eligibility))


def _population(eligibility: EligibilityModule) -> tuple[ScreeningList, ...]:
    text = eligibility.study_population
    if not text:
        return ()
    row = ScreeningRow(RowKind.LEAD, text.plain.strip())
    title = label(EligibilityModule, "study_population")
    return (ScreeningList(title, _("From whom the participants are picked."), (row,)),)


def _criteria(eligibility: EligibilityModule) -> tuple[ScreeningList, ...]:
    text = eligibility.eligibility_criteria
    if not text:
        rule = _("Not stated. This record states no eligibility criteria.")
        return (ScreeningList(label(EligibilityModule, "eligibility_criteria"), rule),)
    criteria = arrange_criteria(text)
    if not (criteria.inclusion or criteria.exclusion):
        return (_list(_("Criteria as written"), criteria.unsorted, None),)
    return (
        _list(_("Inclusion criteria"), criteria.inclusion, Answer.YES),
        _list(_("Exclusion criteria"), criteria.exclusion, Answer.NO),
        *_unsorted(criteria),
    )


def _unsorted(criteria: Criteria) -> tuple[ScreeningList, ...]:
    if not criteria.unsorted:
        return ()
    return (_list(_("Criteria under other headings"), criteria.unsorted, None),)


def _list(title: str, groups: tuple[CriteriaGroup, ...], needed: Answer | None) -> ScreeningList:
    rows = tuple(group_rows(groups, is_sorted=needed is not None))
    made = ScreeningList(title, "", rows, needed)
    return ScreeningList(title, _rule(made), rows, needed)


def _rule(made: ScreeningList) -> str:
    if not made.rows:
        return _(_NONE[made.needed])
    if not made.count:
        return _("No criterion here, only these words of the record:")
    rule = _(_RULES[made.needed])
    return joined_sentences((rule, _(_OF_PARTS))) if made.has_parts else rule


def _signatures() -> tuple[Blank, ...]:
    hint = _("name, signature and date")
    return Blank(_("Screened by"), hint), Blank(_("Investigator"), hint)
