"""Which view shows which tab."""

from desktop_app.presentation.pane import Pane
from desktop_app.ui.panes.eligibility_pane import EligibilityPane
from desktop_app.ui.panes.pane_view import PaneView
from desktop_app.ui.panes.parts_pane import PartsPane
from desktop_app.ui.panes.record_pane import RecordPane
from desktop_app.ui.panes.sites_pane import SitesPane

_OWN_VIEWS: dict[str, type[PaneView]] = {
    "eligibility": EligibilityPane,
    "sites": SitesPane,
    "record": RecordPane,
}


def view_of(pane: Pane) -> PaneView:
    """Return a view for a tab: its own, or one for its form."""
    by_form = PartsPane if pane.has_parts else PaneView
    return _OWN_VIEWS.get(pane.id, by_form)(pane)
