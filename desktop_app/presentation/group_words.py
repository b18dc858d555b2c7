"""What is said of arms, and the same of the groups of an observational study.

Whole sentences for both, since a noun put into a sentence is wrong in most languages.
"""

from dataclasses import dataclass

from desktop_app.analysis.named import Named
from desktop_app.languages import _, ngettext


@dataclass(frozen=True, slots=True)
class GroupWords:
    """Titles and sentences; those with a value in braces are to be formatted."""

    noun: Named
    title: str
    singular_title: str
    untitled: str
    and_interventions: str
    against_interventions: str
    given_in: str
    in_none: str
    none_stated: str
    unassigned: str
    nothing_named_for_any: str
    nothing_named_for: str
    assigned_to_none: str
    names_none: str

    def same_title(self, count: int, title: str) -> str:
        """Return that so many of them have the same title."""
        if self.noun is Named.GROUP:
            words = ngettext(
                "{count} group has the same title: {title}",
                "{count} groups have the same title: {title}",
                count,
            )
        else:
            words = ngettext(
                "{count} arm has the same title: {title}",
                "{count} arms have the same title: {title}",
                count,
            )
        return words.format(count=count, title=title)


def group_words(is_observational: bool) -> GroupWords:
    """Return the words for arms, or for the groups of an observational study."""
    return _groups() if is_observational else _arms()


def _arms() -> GroupWords:
    return GroupWords(
        noun=Named.ARM,
        title=_("Arms"),
        singular_title=_("Arm"),
        untitled=_("Untitled arm"),
        and_interventions=_("Arms and Interventions"),
        against_interventions=_("Arms and interventions"),
        given_in=_("Given in Arms"),
        in_none=_("In no arm"),
        none_stated=_("This record states no arms."),
        unassigned=_("{intervention} is not assigned to any arm."),
        nothing_named_for_any=_("No intervention is named for any arm."),
        nothing_named_for=_("No intervention is named for the arm {title}"),
        assigned_to_none=_("{intervention} is assigned to “{title}”, but no arm has that title."),
        names_none=_(
            "The arm “{title}” names “{intervention}”, but no intervention has that name."
        ),
    )


def _groups() -> GroupWords:
    return GroupWords(
        noun=Named.GROUP,
        title=_("Groups"),
        singular_title=_("Group"),
        untitled=_("Untitled group"),
        and_interventions=_("Groups and Interventions"),
        against_interventions=_("Groups and interventions"),
        given_in=_("Groups"),
        in_none=_("In no group"),
        none_stated=_("This record states no groups."),
        unassigned=_("{intervention} is not assigned to any group."),
        nothing_named_for_any=_("No intervention is named for any group."),
        nothing_named_for=_("No intervention is named for the group {title}"),
        assigned_to_none=_("{intervention} is assigned to “{title}”, but no group has that title."),
        names_none=_(
            "The group “{title}” names “{intervention}”, but no intervention has that name."
        ),
    )
