"""The tabs of a study, in their order; what makes a tab is loaded when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from desktop_app.languages import N_, _

if TYPE_CHECKING:
    from desktop_app.presentation.context import Context
    from desktop_app.presentation.section import Section
    from desktop_app.study.study import Study

Sections: TypeAlias = "tuple[Section, ...]"


class Pane(NamedTuple):
    """A tab: ``make`` makes what it shows, ``count_of`` the number beside its title.

    ``name`` is its title in English; ``title`` says it in the spoken language.

    ``has_parts`` marks a tab so long that its sections are shown one at a time.
    """

    id: str
    name: str
    make: Callable[[Study, Context], Sections]
    count_of: Callable[[Study], str] | None = None
    has_parts: bool = False

    def sections(self, study: Study, context: Context | None = None) -> Sections:
        """Return what the tab shows of a study."""
        from desktop_app.presentation.context import NOTHING_KNOWN

        return self.make(study, context or NOTHING_KNOWN)

    @property
    def title(self) -> str:
        """Return what stands on the tab."""
        return _(self.name)

    def badge(self, study: Study) -> str:
        """Return the count beside the title, empty where there is nothing to count."""
        return self.count_of(study) if self.count_of else ""


def _summary(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.summary import summary_sections

    return summary_sections(study, context)


def _design(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.design import design_sections

    return design_sections(study, context)


def _arms(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.arms import arms_sections

    return arms_sections(study, context)


def _arms_count(study: Study) -> str:
    from desktop_app.presentation.badges import arms_badge

    return arms_badge(study)


def _eligibility(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.eligibility import eligibility_sections

    return eligibility_sections(study, context)


def _eligibility_count(study: Study) -> str:
    from desktop_app.presentation.badges import eligibility_badge

    return eligibility_badge(study)


def _sites(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.sites import sites_sections

    return sites_sections(study, context)


def _sites_count(study: Study) -> str:
    from desktop_app.presentation.badges import sites_badge

    return sites_badge(study)


def _outcomes(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.outcomes import outcomes_sections

    return outcomes_sections(study, context)


def _outcomes_count(study: Study) -> str:
    from desktop_app.presentation.badges import outcomes_badge

    return outcomes_badge(study)


def _results(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.results.tab import results_sections

    return results_sections(study, context)


def _results_count(study: Study) -> str:
    from desktop_app.presentation.badges import results_badge

    return results_badge(study)


def _related(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.related import related_sections

    return related_sections(study, context)


def _related_count(study: Study) -> str:
    from desktop_app.presentation.badges import related_badge

    return related_badge(study)


def _record(study: Study, context: Context) -> Sections:
    from desktop_app.presentation.record.tab import record_sections

    return record_sections(study, context)


PANES = (
    Pane("summary", N_("Summary"), _summary),
    Pane("design", N_("Design"), _design),
    Pane("arms", N_("Arms"), _arms, _arms_count),
    Pane("eligibility", N_("Eligibility"), _eligibility, _eligibility_count),
    Pane("sites", N_("Sites"), _sites, _sites_count),
    Pane("outcomes", N_("Outcomes"), _outcomes, _outcomes_count),
    Pane("results", N_("Results"), _results, _results_count, has_parts=True),
    Pane("related", N_("Related"), _related, _related_count),
    Pane("record", N_("Record"), _record),
)
