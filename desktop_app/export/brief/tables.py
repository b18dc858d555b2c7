"""The tables of the brief: arms with their interventions, and the primary outcomes."""

from collections.abc import Sequence

from desktop_app.export.brief.prose import more
from desktop_app.export.typesetting.blocks import NOTHING, Block, Line, beside, stacked
from desktop_app.export.typesetting.setting import Setting, Style
from desktop_app.presentation.brief.content import (
    Brief,
    BriefArm,
    BriefIntervention,
    Passage,
    Treatments,
)
from desktop_app.presentation.brief.sentences import joined
from desktop_app.presentation.brief.shortenings import all_of, descriptions_left_out
from desktop_app.presentation.wording import count_of

_MANY_ARMS = 7
"""Arms from which those of one line each stand in two columns."""


def treatments(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the arms, then the interventions of which there is more to say than their name."""
    content = brief.treatments
    columns = _arm_columns(setting, content, width)
    parts = (
        _arms(setting, content, columns, width),
        _interventions(setting, content, columns[2] if content.arms.items else 0.3 * width, width),
        more(setting, _left_out(content), width),
    )
    titles = {"arm": "Arms and interventions", "group": "Groups and interventions"}
    title = titles[content.noun] if content.arms.total else "Interventions"
    return setting.section(title, width, (stacked(parts),))


def _left_out(content: Treatments) -> str:
    counts = (
        (content.arms.left_out, f"more {content.noun}"),
        (content.interventions.left_out, "more intervention"),
        (descriptions_left_out(content), "more sentence"),
    )
    said = [count_of(count, name) for count, name in counts if count]
    if descriptions_left_out(content):
        said[-1] += " of descriptions"
    return " and ".join(said)


def _arm_columns(setting: Setting, content: Treatments, width: float) -> tuple[float, ...]:
    """Return where title, type, and interventions of an arm begin."""
    arms = content.arms.items
    texts = [arm.description for arm in arms]
    texts += [one.description for one in content.interventions.items]
    described = any(text.paragraphs for text in texts)
    label = _natural(setting, [arm.label for arm in arms], setting.strong)
    kind = _natural(setting, [arm.type for arm in arms], setting.body)
    first = max(0.18 * width, min(label, (0.27 if described else 0.45) * width))
    return (0.0, first, first + min(kind, 0.2 * width))


def _arms(setting: Setting, content: Treatments, columns: tuple[float, ...], width: float) -> Block:
    arms = content.arms.items
    half = (width - setting.size * 1.8) / 2
    given = _natural(setting, [all_of(arm.interventions) for arm in arms], setting.body)
    plain = not any(arm.description.paragraphs for arm in arms)
    if len(arms) < _MANY_ARMS or not plain or columns[2] + given - setting.size > half:
        return _arm_table(setting, arms, columns, width)
    middle = (len(arms) + 1) // 2
    halves = (_arm_table(setting, some, columns, half) for some in (arms[:middle], arms[middle:]))
    left, right = halves
    return beside((0.0, left), (width - half, right))


def _arm_table(
    setting: Setting, arms: Sequence[BriefArm], columns: tuple[float, ...], width: float
) -> Block:
    return _table(setting, [_arm_row(setting, arm, columns, width) for arm in arms], columns, width)


def _natural(setting: Setting, texts: Sequence[str], style: Style) -> float:
    """Return the width of a column in which no text is broken."""
    widest = max((setting.width(text, style) for text in texts), default=0.0)
    return widest + setting.size if widest else 0.0


def _arm_row(
    setting: Setting, arm: BriefArm, columns: Sequence[float], width: float
) -> list[Block]:
    label, kind, rest = columns[1], columns[2] - columns[1], width - columns[2]
    given = stacked(
        (
            setting.paragraph(all_of(arm.interventions), rest),
            *_described(setting, arm.description, rest),
        )
    )
    return [
        setting.paragraph(arm.label, label - setting.size + 0.1, setting.strong),
        setting.paragraph(arm.type, kind - setting.size + 0.1) if arm.type else NOTHING,
        given,
    ]


def _described(setting: Setting, text: Passage, width: float) -> tuple[Block, ...]:
    style = Style(setting.size, grey=setting.small.grey)
    return tuple(
        setting.paragraph(joined(sentences), width, style) for sentences in text.paragraphs
    )


def _interventions(setting: Setting, content: Treatments, second: float, width: float) -> Block:
    told = [
        one for one in content.interventions.items if one.description.paragraphs or not one.is_named
    ]
    rows = [_intervention_row(setting, one, second, width) for one in told]
    return _table(setting, rows, (0.0, second), width)


def _intervention_row(
    setting: Setting, one: BriefIntervention, second: float, width: float
) -> list[Block]:
    text = stacked(_described(setting, one.description, width - second))
    room = second - setting.size if text.height else width
    return [setting.paragraph(one.title, room), text]


def _table(
    setting: Setting, rows: Sequence[Sequence[Block]], columns: Sequence[float], width: float
) -> Block:
    """Return rows with a thin rule below each."""
    pad = setting.size * (0.1 + 0.2 * setting.air)
    set_rows = []
    for row in rows:
        height = max(cell.height for cell in row) + 2 * pad
        parts = tuple((x, pad, cell) for x, cell in zip(columns, row, strict=True) if cell.height)
        set_rows.append(Block(height, (Line(0, height, width, height, 0.5, 0.75),), parts))
    return stacked(set_rows)


def outcomes(setting: Setting, brief: Brief, width: float) -> Block:
    """Return the primary outcomes with their time frames."""
    shown = brief.outcomes.items
    measure = _natural(setting, [one.measure for one in shown], setting.body)
    frame = _natural(setting, [one.time_frame for one in shown], setting.body)
    second = width * min(0.72, max(0.4, measure / max(1.0, measure + frame)))
    rows = [
        [
            setting.paragraph(one.measure, second - setting.size),
            setting.paragraph(one.time_frame, width - second),
        ]
        for one in shown
    ]
    left_out = brief.outcomes.left_out
    said = more(setting, count_of(left_out, "more primary outcome") if left_out else "", width)
    title = "Primary outcomes and their time frames"
    return setting.section(title, width, (_table(setting, rows, (0.0, second), width), said))
