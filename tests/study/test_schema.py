"""The model against the registry's own schema."""

import csv
from typing import Any, get_args

import pytest

from desktop_app.study.base import RecordModel, label
from desktop_app.study.codes import Code
from desktop_app.study.status import StatusModule
from desktop_app.study.study import Study
from tests.real_records import SHARED

FIELDS = SHARED / "schema" / "fields.tsv"
ENUMS = SHARED / "schema" / "enums.json"
NOT_OF_THE_REGISTRY = "sourcePageSection"

needs_schema = pytest.mark.skipif(not FIELDS.exists(), reason="../shared/schema is not there")


def _inner(annotation: Any) -> tuple[type[RecordModel] | None, bool, type[Code] | None]:
    if isinstance(annotation, type):
        model = annotation if issubclass(annotation, RecordModel) else None
        return model, False, annotation if issubclass(annotation, Code) else None
    model, many, code = None, "tuple" in str(annotation).split("[")[0], None
    for argument in get_args(annotation):
        inner, inner_many, inner_code = _inner(argument)
        model, many, code = model or inner, many or inner_many, code or inner_code
    return model, many, code


def _paths(model: type[RecordModel], prefix: str = "") -> dict[str, type[Code] | None]:
    paths = {}
    for name, element in model.model_fields.items():
        inner, many, code = _inner(element.annotation)
        path = f"{prefix}{element.alias or name}{'[]' if many else ''}"
        paths[path] = code
        if inner is not None:
            paths |= _paths(inner, f"{path}.")
    return paths


@needs_schema
def test_every_path_of_the_registrys_schema_has_its_field_and_no_other_is_there() -> None:
    with FIELDS.open(encoding="utf-8") as lines:
        schema = {row["path"] for row in csv.DictReader(lines, delimiter="\t")}
    model = {path for path in _paths(Study) if not path.startswith(NOT_OF_THE_REGISTRY)}
    assert model == schema


@needs_schema
def test_coded_elements_hold_the_terms_of_the_registrys_code_lists() -> None:
    with FIELDS.open(encoding="utf-8") as lines:
        terms = {
            row["path"]: row["enum"].split("|")
            for row in csv.DictReader(lines, delimiter="\t")
            if row["enum"]
        }
    codes = _paths(Study)
    for path, expected in terms.items():
        code = codes[path]
        assert code is not None, path
        assert [str(term) for term in code] == expected, path


def test_every_element_has_words_for_people() -> None:
    def check(model: type[RecordModel]) -> None:
        for name, element in model.model_fields.items():
            assert element.title, f"{model.__name__}.{name}"
            inner, _, _ = _inner(element.annotation)
            if inner is not None:
                check(inner)

    check(Study)
    assert label(StatusModule, "why_stopped") == "Why Study Stopped"


def test_a_part_that_is_missing_is_an_empty_part() -> None:
    study = Study()
    assert study.protocol_section.design_module.design_info.masking_info.who_masked == ()
    assert study.results_section.model_fields_set == set()
