"""Small made-up studies with results, for tests."""

from typing import Any

from desktop_app.presentation.section import Field, Section, Table
from desktop_app.study.study import Study
from tests.presentation.parts import parts_of

GROUPS = [
    {"id": "G0", "title": "Drug", "description": "10 mg"},
    {"id": "G1", "title": "Placebo", "description": "none"},
]


def posted(**modules: Any) -> Study:
    """Return a study with modules of its results section, by their names in the registry's JSON."""
    return Study.model_validate({"hasResults": True, "resultsSection": modules})


def with_measure(**elements: Any) -> Study:
    """Return a study with one outcome measure of two groups."""
    measure = {"type": "PRIMARY", "title": "Pain", "groups": GROUPS} | elements
    return posted(outcomeMeasuresModule={"outcomeMeasures": [measure]})


def classes(*categories: dict[str, Any], **elements: Any) -> list[dict[str, Any]]:
    """Return one class with categories."""
    return [{"categories": list(categories)} | elements]


def values(*measurements: tuple[str, ...], title: str | None = None) -> dict[str, Any]:
    """Return a category; a measurement is group, value, and spread if there is one."""
    names = ("groupId", "value", "spread")
    rows = [dict(zip(names, one, strict=False)) for one in measurements]
    return {"measurements": rows} | ({"title": title} if title else {})


def tables(*sections: Section) -> list[Table]:
    """Return all tables of sections in their order."""
    return list(parts_of(sections, Table))


def fields(*sections: Section) -> dict[str, str]:
    """Return all fields of sections by label."""
    return {field.label: field.value for field in parts_of(sections, Field)}
