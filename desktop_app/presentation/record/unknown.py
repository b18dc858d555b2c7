"""Elements that the schema does not know: shown under their paths, so that none is lost."""

import json
from collections.abc import Iterator

from desktop_app.languages import N_, _
from desktop_app.presentation.section import Paragraph, Section, Table
from desktop_app.presentation.wording import grouped
from desktop_app.study.base import RecordModel
from desktop_app.study.study import Study

_WHY = N_("This record holds elements that the registry's published schema does not name.")


def unknown_section(study: Study) -> tuple[Section, ...]:
    """Return elements that no tab can place; nothing where all are known."""
    if not _holds_unknown(study):
        return ()
    rows = tuple(row for path, value in unknown_elements(study) for row in _leaves(value, path))
    table = Table((_("Element"), _("Value")), rows, name=_("Elements not known here"))
    why = Paragraph(_(_WHY), is_quiet=True)
    return (Section(_("Elements Not Known Here"), (why, table), note=grouped(len(rows))),)


def unknown_elements(part: RecordModel, path: str = "") -> Iterator[tuple[str, object]]:
    """Yield what the schema does not know with its path in the registry's names."""
    for name, value in (part.model_extra or {}).items():
        yield _below(path, name), value
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        # Looked for first: paths are made for what holds something alone.
        if _holds_unknown(value):
            yield from _within(value, _below(path, field.alias or name))


def _holds_unknown(value: object) -> bool:
    """Tell whether there is anything to look for; most records hold nothing, and this is quick."""
    if isinstance(value, RecordModel):
        return bool(value.model_extra) or any(map(_holds_unknown, vars(value).values()))
    return isinstance(value, tuple) and any(map(_holds_unknown, value))


def _within(value: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(value, RecordModel):
        yield from unknown_elements(value, path)
    elif isinstance(value, tuple):
        for number, one in enumerate(value):
            yield from _within(one, f"{path}[{number}]")


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Yield what an element holds, down to values without parts, as JSON spells them."""
    if isinstance(value, dict) and value:
        for name, one in value.items():
            yield from _leaves(one, _below(path, str(name)))
    elif isinstance(value, list) and value:
        for number, one in enumerate(value):
            yield from _leaves(one, f"{path}[{number}]")
    else:
        yield path, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
