"""The tabs of a study, in their order."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop_app.presentation.arms import arms_badge, arms_sections
from desktop_app.presentation.context import NOTHING_KNOWN, Context
from desktop_app.presentation.design import design_sections
from desktop_app.presentation.eligibility import eligibility_badge, eligibility_sections
from desktop_app.presentation.results.tab import results_badge, results_sections
from desktop_app.presentation.section import Section
from desktop_app.presentation.sites import sites_badge, sites_sections
from desktop_app.presentation.summary import summary_sections
from desktop_app.study.study import Study


def _no_badge(study: Study) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Pane:
    """A tab: ``make`` makes what it shows, ``badge`` the count beside its title.

    ``has_parts`` marks a tab so long that its sections are shown one at a time.
    """

    id: str
    title: str
    make: Callable[[Study, Context], tuple[Section, ...]]
    badge: Callable[[Study], str] = _no_badge
    has_parts: bool = False

    def sections(self, study: Study, context: Context = NOTHING_KNOWN) -> tuple[Section, ...]:
        """Return what the tab shows of a study."""
        return self.make(study, context)


PANES = (
    Pane("summary", "Summary", summary_sections),
    Pane("design", "Design", design_sections),
    Pane("arms", "Arms", arms_sections, arms_badge),
    Pane("eligibility", "Eligibility", eligibility_sections, eligibility_badge),
    Pane("sites", "Sites", sites_sections, sites_badge),
    Pane("results", "Results", results_sections, results_badge, has_parts=True),
)
