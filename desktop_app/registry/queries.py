"""What the registry is asked: the words of a search, as its interface has them."""

from dataclasses import dataclass

from desktop_app.study.enumerations import Phase, Status


@dataclass(frozen=True, slots=True)
class StudiesQuery:
    """A search of the registry; what is empty is not asked for.

    Words are in the registry's own syntax (``(head OR neck) AND pain``). ``sex`` is ``f``, ``m`` or
    empty; ``ages`` are ``child``, ``adult`` and ``older``; ``has_results`` None for both.
    """

    condition: str = ""
    intervention: str = ""
    terms: str = ""
    location: str = ""
    statuses: tuple[Status, ...] = ()
    phases: tuple[Phase, ...] = ()
    ages: tuple[str, ...] = ()
    sex: str = ""
    has_results: bool | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for every study that there is."""
        return self == StudiesQuery()
