"""Which view shows which tab; what makes a view is loaded when it is first made."""

from collections.abc import Callable

from desktop_app.presentation.pane import Pane
from desktop_app.ui.panes.pane_view import PaneView


def _eligibility(pane: Pane) -> PaneView:
    from desktop_app.ui.panes.eligibility_pane import EligibilityPane

    return EligibilityPane(pane)


def _sites(pane: Pane) -> PaneView:
    from desktop_app.ui.panes.sites_pane import SitesPane

    return SitesPane(pane)


def _record(pane: Pane) -> PaneView:
    from desktop_app.ui.panes.record_pane import RecordPane

    return RecordPane(pane)


def _with_parts(pane: Pane) -> PaneView:
    from desktop_app.ui.panes.parts_pane import PartsPane

    return PartsPane(pane)


_OWN_VIEWS: dict[str, Callable[[Pane], PaneView]] = {
    "eligibility": _eligibility,
    "sites": _sites,
    "record": _record,
}


def view_of(pane: Pane) -> PaneView:
    """Return a view for a tab: its own, or one for its form."""
    by_form = _with_parts if pane.has_parts else PaneView
    return _OWN_VIEWS.get(pane.id, by_form)(pane)
