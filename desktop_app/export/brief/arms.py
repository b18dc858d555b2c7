"""The arms of the brief with their interventions, and what the record says of them."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.export.brief.tables import natural, table
from desktop_app.export.typesetting.blocks import NOTHING, Block, beside, stacked
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.presentation.brief.content import BriefArm, Passage, Treatments
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of

_MANY_ARMS = 7
"""Arms from which those without a description may stand in two columns."""

_WORTH_TWO_COLUMNS = 0.8
"""The height of two columns in relation to one, above which one column is easier to read."""


def arm_columns(setting: Setting, content: Treatments, width: float) -> tuple[float, ...]:
    """Return where title, type, and interventions of an arm begin."""
    arms = content.arms.items
    texts = [arm.description for arm in arms]
    texts += [one.description for one in content.interventions.items]
    described = any(text.paragraphs for text in texts)
    label = natural(setting, [arm.label for arm in arms], setting.strong)
    kind = natural(setting, [arm.type for arm in arms], setting.body)
    given = natural(setting, [all_of(arm.interventions) for arm in arms], setting.body)
    kind = min(kind, 0.35 * width)
    most = 0.27 * width if described else max(0.45 * width, width - kind - given)
    first = max(0.18 * width, min(label, most))
    return (0.0, first, first + kind)


def arms(setting: Setting, content: Treatments, width: float) -> Block:
    """Return each arm with its type, its interventions and what is said of it."""
    columns = arm_columns(setting, content, width)
    shown = content.arms.items
    one = _arm_table(setting, shown, columns, width)
    if len(shown) < _MANY_ARMS or any(arm.description.paragraphs for arm in shown):
        return one
    half = (width - setting.gutter) / 2
    narrow = arm_columns(setting, content, half)
    middle = (len(shown) + 1) // 2
    left, right = (
        _arm_table(setting, some, narrow, half) for some in (shown[:middle], shown[middle:])
    )
    two = beside((0.0, left), (width - half, right))
    return two if two.height < _WORTH_TWO_COLUMNS * one.height else one


def _arm_table(
    setting: Setting, arms: Sequence[BriefArm], columns: tuple[float, ...], width: float
) -> Block:
    behind = _fit_behind(setting, arms, width - columns[2])
    rows = [_arm_row(setting, arm, columns, width, behind=behind) for arm in arms]
    return table(setting, rows, columns, width, "arms")


def _fit_behind(setting: Setting, arms: Sequence[BriefArm], room: float) -> bool:
    """Tell whether every description has room in the line of its interventions."""
    return all(
        len(arm.description.paragraphs) < 2
        and _behind(setting, arm) + setting.width(_said(arm.description), setting.body) <= room
        for arm in arms
    )


def _behind(setting: Setting, arm: BriefArm) -> float:
    """Return where a description begins behind the interventions of its arm."""
    given = all_of(arm.interventions)
    return setting.width(given, setting.body) + setting.size if given else 0.0


def _arm_row(
    setting: Setting, arm: BriefArm, columns: Sequence[float], width: float, *, behind: bool
) -> list[Block]:
    label, kind, rest = columns[1], columns[2] - columns[1], width - columns[2]
    names = setting.paragraph(all_of(arm.interventions), rest)
    texts = described(setting, arm.description, rest)
    if behind and texts:
        given = beside((0.0, names), (_behind(setting, arm), texts[0]))
    else:
        given = stacked((names, *texts))
    return [
        setting.paragraph(arm.label, label - setting.size + 0.1, setting.strong),
        setting.paragraph(arm.type, kind - setting.size + 0.1) if arm.type else NOTHING,
        given,
    ]


def described(setting: Setting, text: Passage, width: float) -> tuple[Block, ...]:
    """Return what is said of an arm or an intervention, quieter than its name."""
    style = Style(setting.size, grey=setting.small.grey)
    *before, last = text.paragraphs or ((),)
    said = [*map(joined, before), _said(replace(text, paragraphs=(last,)))]
    return tuple(setting.paragraph(part, width, style) for part in said if last)


def _said(text: Passage) -> str:
    """Return a description of one paragraph, with a mark where more of it is left out."""
    said = " ".join(map(joined, text.paragraphs))
    return f"{said} …" if said and text.left_out else said
