"""Arms and interventions of the brief: in full, or what the schematic does not tell of them."""

from collections.abc import Iterator, Sequence
from itertools import chain

from desktop_app.export.brief.arms import arm_columns, arms, described
from desktop_app.export.brief.figures import Drawn
from desktop_app.export.brief.prose import more
from desktop_app.export.brief.tables import natural, table
from desktop_app.export.phrases import both_words
from desktop_app.export.typesetting.blocks import Block, stacked
from desktop_app.export.typesetting.setting import Setting
from desktop_app.languages import N_, _, ngettext
from desktop_app.presentation.brief.content import Brief, BriefIntervention, Treatments
from desktop_app.presentation.brief.shortenings import descriptions_left_out
from desktop_app.presentation.wording import NOT_STATED, grouped
from desktop_app.punctuation import listed

_SECOND = 0.25
"""Where the second of the four columns of the page begins, with a gutter at its end."""

_LABELS = 0.27
"""The most that names take of the width where descriptions stand beside them."""


def treatments(setting: Setting, brief: Brief, schematic: Drawn | None, width: float) -> Block:
    """Return the arms, then the interventions of which there is more to say than their name.

    What the schematic tells of the arms is not said again.
    """
    content = brief.treatments
    is_told = schematic is not None and _tells(schematic, content)
    shown = _what_is_said if is_told else _in_full
    parts = (
        setting.paragraph("" if _has_any(content) else _(NOT_STATED), width),
        *shown(setting, content, width),
        more(setting, _left_out(content), width),
    )
    return setting.section(_title(content), width, (stacked(parts),))


def _has_any(content: Treatments) -> bool:
    return bool(content.arms.total or content.interventions.total)


def _title(content: Treatments) -> str:
    titles = {"arm": N_("Arms and interventions"), "group": N_("Groups and interventions")}
    has_arms = content.arms.total or not content.interventions.total
    return _(titles[content.noun]) if has_arms else _("Interventions")


def _tells(schematic: Drawn, content: Treatments) -> bool:
    """Tell whether a schematic holds the names of all arms, their types and interventions."""
    shown = content.arms
    if shown.left_out or not shown.items or any(one.interventions.left_out for one in shown.items):
        return False
    names = ((one.label, one.type, *one.interventions.items) for one in shown.items)
    return schematic.tells(chain.from_iterable(names))


def _left_out(content: Treatments) -> str:
    said = [part for part in _counted(content) if part]
    return both_words(listed(said[:-1]), said[-1]) if said else ""


def _counted(content: Treatments) -> Iterator[str]:
    arms, interventions = content.arms.left_out, content.interventions.left_out
    sentences = descriptions_left_out(content)
    if arms and content.noun == "group":
        said = ngettext("{count} more group", "{count} more groups", arms)
        yield said.format(count=grouped(arms))
    elif arms:
        yield ngettext("{count} more arm", "{count} more arms", arms).format(count=grouped(arms))
    if interventions:
        said = ngettext("{count} more intervention", "{count} more interventions", interventions)
        yield said.format(count=grouped(interventions))
    if sentences:
        said = ngettext(
            "{count} more sentence of descriptions",
            "{count} more sentences of descriptions",
            sentences,
        )
        yield said.format(count=grouped(sentences))


def _in_full(setting: Setting, content: Treatments, width: float) -> tuple[Block, ...]:
    has_arms = bool(content.arms.items)
    if has_arms:
        second = arm_columns(setting, content, width)[2]
    else:
        widest = natural(setting, [one.title for one in _told(content)], setting.body)
        second = max(_SECOND * (width + setting.gutter), min(widest, 0.4 * width))
    below = _interventions(setting, content, second, width, goes_on=has_arms)
    return arms(setting, content, width), below


def _what_is_said(setting: Setting, content: Treatments, width: float) -> tuple[Block, ...]:
    """Return the descriptions alone, each beside the name of what it describes."""
    said = [arm for arm in content.arms.items if arm.description.paragraphs]
    told = _told(content)
    widest = max(
        natural(setting, [arm.label for arm in said], setting.strong),
        natural(setting, [one.title for one in told], setting.body),
    )
    second = min(widest, _LABELS * width)
    rows = [
        [
            setting.paragraph(arm.label, second - setting.size + 0.1, setting.strong),
            stacked(described(setting, arm.description, width - second)),
        ]
        for arm in said
    ]
    arm_table = table(setting, rows, (0.0, second), width, "arms")
    below = _interventions(setting, content, second, width, goes_on=bool(rows))
    return arm_table, below


def _told(content: Treatments) -> Sequence[BriefIntervention]:
    return [
        one for one in content.interventions.items if one.description.paragraphs or not one.is_named
    ]


def _interventions(
    setting: Setting, content: Treatments, second: float, width: float, *, goes_on: bool
) -> Block:
    rows = [_intervention_row(setting, one, second, width) for one in _told(content)]
    return table(setting, rows, (0.0, second), width, "interventions", goes_on=goes_on)


def _intervention_row(
    setting: Setting, one: BriefIntervention, second: float, width: float
) -> list[Block]:
    text = stacked(described(setting, one.description, width - second))
    room = second - setting.size + 0.1 if text.height else width
    return [setting.paragraph(one.title, room), text]
