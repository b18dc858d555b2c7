"""The parts that fetch by number, made and joined."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget

from desktop_app.registry.fetching import Registry
from desktop_app.ui.library.library_browser import LibraryBrowser
from desktop_app.ui.means import Means
from desktop_app.ui.personal.personal_actions import PersonalActions
from desktop_app.ui.registry.fetching.box_pastes import BoxPastes
from desktop_app.ui.registry.fetching.fetch_desk import FetchDesk
from desktop_app.ui.registry.fetching.number_desk import NumberDesk
from desktop_app.ui.registry.fetching.number_lookup import NumberLookup
from desktop_app.ui.registry.fetching.reaching import StudyReach


class FetchParts(QObject):
    """``numbers`` takes texts with numbers, ``fetching`` fetches, ``reach`` opens studies."""

    def __init__(
        self,
        means: Means,
        browser: LibraryBrowser,
        personal: PersonalActions,
        registry: Callable[[], Registry],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._lookup = NumberLookup(means, self)
        self.reach = StudyReach(browser, personal, window)
        self.fetching = FetchDesk(means, browser, self.reach, registry, self)
        self.numbers = NumberDesk(browser, self._lookup, self.reach, self.fetching, window)
        browser.box.pasted.connect(self.numbers.take_pasted)
        pastes = BoxPastes(browser.box, self)
        pastes.text_pasted.connect(self.numbers.take)

    @property
    def strips(self) -> tuple[QWidget, ...]:
        """What is shown above the library and the study, from above to below."""
        return self.numbers.strip, self.fetching.strip

    def wire(
        self,
        study_wanted: SignalInstance,
        library_changed: SignalInstance,
        say: Callable[[str], object],
        failed: SignalInstance,
    ) -> None:
        """Tell the other parts of the window what happens."""
        self.reach.study_wanted.connect(study_wanted)
        self.fetching.library_changed.connect(library_changed)
        self.fetching.said.connect(say)
        self._lookup.failed.connect(failed)

    def close(self) -> None:
        """Stop at once, before the library is closed."""
        self.fetching.close()
        self._lookup.close()
