"""What is counted of a comparison: changes between versions, differences between two studies."""

from desktop_app.analysis.changes.change import Part
from desktop_app.languages import _, ngettext, pgettext
from desktop_app.presentation.changes.content import Comparison
from desktop_app.presentation.wording import grouped


def part_title(made: Comparison, part: Part) -> str:
    """Return the heading of a part."""
    match part:
        case Part.MATERIAL if made.is_of_one_study:
            return _("Material Changes")
        case Part.MATERIAL:
            return _("Material Differences")
        case Part.RECRUITMENT:
            return _("Recruitment and Sites")
        case Part.RESULTS:
            return pgettext("part of a comparison", "Results")
        case Part.ADMINISTRATIVE:
            return _("Administrative")


def counted(made: Comparison, part: Part, count: int) -> str:
    """Return how many there are of a part: ``3 material changes``, ``1 difference in results``."""
    words = _changes(part, count) if made.is_of_one_study else _differences(part, count)
    return words.format(count=grouped(count))


def all_counted(made: Comparison, count: int) -> str:
    """Return a number of them: ``3 changes``, ``1 difference``."""
    if made.is_of_one_study:
        words = ngettext("{count} change", "{count} changes", count)
    else:
        words = ngettext("{count} difference", "{count} differences", count)
    return words.format(count=grouped(count))


def folded_words(made: Comparison) -> str:
    """Return what asks for the part that is folded, with its mnemonic; empty where it is empty."""
    count = len(made.of(Part.ADMINISTRATIVE))
    if not count:
        return ""
    if made.is_of_one_study:
        words = ngettext(
            "Show {count} ad&ministrative change", "Show {count} ad&ministrative changes", count
        )
    else:
        words = ngettext(
            "Show {count} ad&ministrative difference",
            "Show {count} ad&ministrative differences",
            count,
        )
    return words.format(count=grouped(count))


def _changes(part: Part, count: int) -> str:
    match part:
        case Part.MATERIAL:
            return ngettext("{count} material change", "{count} material changes", count)
        case Part.RECRUITMENT:
            return ngettext(
                "{count} change in recruitment and sites",
                "{count} changes in recruitment and sites",
                count,
            )
        case Part.RESULTS:
            return ngettext("{count} change in results", "{count} changes in results", count)
        case Part.ADMINISTRATIVE:
            return ngettext(
                "{count} administrative change", "{count} administrative changes", count
            )


def _differences(part: Part, count: int) -> str:
    match part:
        case Part.MATERIAL:
            return ngettext("{count} material difference", "{count} material differences", count)
        case Part.RECRUITMENT:
            return ngettext(
                "{count} difference in recruitment and sites",
                "{count} differences in recruitment and sites",
                count,
            )
        case Part.RESULTS:
            return ngettext(
                "{count} difference in results", "{count} differences in results", count
            )
        case Part.ADMINISTRATIVE:
            return ngettext(
                "{count} administrative difference", "{count} administrative differences", count
            )
