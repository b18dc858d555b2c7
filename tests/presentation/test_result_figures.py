"""Pictures of posted results: what they claim, and that they stay legible, whatever is posted."""

from collections.abc import Iterator
from math import isfinite
from typing import Any

import pytest

from desktop_app.analysis.pictures.shapes import Box, Dot, Ink, Line, Path, Picture
from desktop_app.presentation.result_figures import (
    enrollment_figure,
    event_figure,
    flow_figure,
    measure_figure,
)
from desktop_app.presentation.section import Figure
from desktop_app.readers.ctgov_json import read_ctgov_json
from desktop_app.study.study import ResultsSection, Study
from tests.laid_out import PlainMeasure, assert_well_laid_out, texts_of
from tests.presentation.posted import GROUPS, classes, posted, values, with_measure
from tests.real_records import needs_records, record_files

LONG = "word " * 20_000


def _counts(*numbers: Any) -> list[dict[str, Any]]:
    return [{"groupId": f"G{place}", "numSubjects": one} for place, one in enumerate(numbers)]


def _period(title: str = "Overall Study", **steps: Any) -> dict[str, Any]:
    names = {"started": "STARTED", "left": "NOT COMPLETED", "completed": "COMPLETED"}
    milestones = [
        {"type": names.get(name, name), "achievements": _counts(*numbers)}
        for name, numbers in steps.items()
        if name != "reasons"
    ]
    reasons = [
        {"type": name, "reasons": _counts(*numbers)}
        for name, numbers in steps.get("reasons", {}).items()
    ]
    return {"title": title, "milestones": milestones, "dropWithdraws": reasons}


def _flow(*periods: dict[str, Any], groups: Any = GROUPS, **elements: Any) -> Figure | None:
    study = posted(participantFlowModule={"groups": groups, "periods": list(periods)} | elements)
    return flow_figure(study.results_section.participant_flow_module)


def _events(*events: dict[str, Any], groups: Any = GROUPS, **elements: Any) -> Figure | None:
    module = {"eventGroups": groups, "otherEvents": list(events)} | elements
    return event_figure(posted(adverseEventsModule=module).results_section.adverse_events_module)


def _event(term: str, *pairs: tuple[Any, Any]) -> dict[str, Any]:
    stats = [
        {"groupId": f"G{place}", "numAffected": affected, "numAtRisk": at_risk}
        for place, (affected, at_risk) in enumerate(pairs)
    ]
    return {"term": term, "stats": stats}


def _measure(**elements: Any) -> Figure | None:
    measures = with_measure(**elements).results_section.outcome_measures_module.outcome_measures
    return measure_figure(measures[0])


def _drawn(figure: Figure | None, width: float = 640, em: float = 13) -> Picture:
    assert figure is not None
    assert all(line.strip() for line in figure.words)
    picture = figure.draw(width, PlainMeasure(em))
    assert isfinite(picture.height)
    assert_well_laid_out(picture, width, PlainMeasure(em))
    for spot in picture.spots:
        assert isfinite(spot.x + spot.y + spot.width + spot.height)
        assert spot.text
    return picture


def _words(figure: Figure | None) -> str:
    assert figure is not None
    return "\n".join(figure.words)


def _tints(picture: Picture) -> list[float]:
    boxes = (shape for shape in picture.shapes if isinstance(shape, Box))
    return [box.width for box in boxes if box.fill is Ink.ACCENT_TINT]


def _symbols(picture: Picture) -> int:
    return sum(isinstance(shape, Dot | Path) and shape.ink is not None for shape in picture.shapes)


# Participant flow


def test_a_flow_tells_steps_and_reasons_by_group() -> None:
    figure = _flow(
        _period(
            started=("45", "44"), left=("5", "0"), completed=("40", "44"),
            reasons={"Adverse Event": ("3", "0"), "Death": ("2", "0")},
        )
    )  # fmt: skip
    assert (
        "Drug: Started: 45; Not completed: 5; Completed: 40. Reasons: Adverse Event: 3; Death: 2."
        in _words(figure)
    )
    texts = texts_of(_drawn(figure))
    assert {"45", "40", "5", "Adverse Event", "3"} <= set(texts)
    assert texts.count("Adverse Event") == 1
    assert "Reasons with a count of 0 are left out." in texts


def test_a_flow_computes_nothing_that_is_not_stated() -> None:
    figure = _flow(_period(started=("45", "44"), completed=("40", "44")))
    assert "Not completed" not in _words(figure)
    assert "5" not in texts_of(_drawn(figure))


def test_milestones_of_the_record_stand_beside_the_way_and_are_no_steps_of_it() -> None:
    steps: dict[str, Any] = {"Full Analysis Set": ("45", "44"), "PK Analysis Set": ("20", "21")}
    figure = _flow(_period(started=("45", "44"), completed=("40", "44"), **steps))
    picture = _drawn(figure)
    outlines = [one for one in picture.shapes if isinstance(one, Box) and one.ink is not None]
    arrows = [one for one in picture.shapes if isinstance(one, Path)]
    assert len(outlines) == 2 * len(arrows) == 4
    assert "Other milestones stand beside the line in the order of the record's list." in (
        texts_of(picture)
    )


def test_counts_that_are_no_numbers_are_shown_and_not_drawn() -> None:
    figure = _flow(_period(started=("about 45", None), completed=("40", "44")))
    picture = _drawn(figure)
    assert "about 45" in texts_of(picture)
    assert "–" in texts_of(picture)
    assert _tints(picture) == []


def test_more_than_started_has_a_note_and_no_tint() -> None:
    figure = _flow(_period(started=("10", "10"), completed=("12", "10")))
    assert "Drug: the record states 12 for Completed, and 10 for Started." in _words(figure)
    assert len(_tints(_drawn(figure))) == 3


def test_units_are_kept_apart_from_participants() -> None:
    period = _period(started=("45", "44"))
    period["milestones"][0]["achievements"][0]["numUnits"] = "90"
    figure = _flow(period, typeUnitsAnalyzed="Eyes")
    assert "Started: 45 (90)" in _words(figure)
    assert "Numbers are participants, and in brackets units: Eyes." in _words(figure)
    assert "45 (90)" in texts_of(_drawn(figure))


def test_reasons_without_a_number_of_those_who_left_are_told_without_one() -> None:
    figure = _flow(_period(started=("45", "44"), reasons={"Death": ("2", "1")}))
    assert "Not Completed: –" in _words(figure)
    assert "2" in texts_of(_drawn(figure))


def test_many_groups_become_bars() -> None:
    groups = [{"id": f"G{number}", "title": f"Cohort {number}"} for number in range(19)]
    numbers = tuple(str(number) for number in range(1, 20))
    picture = _drawn(_flow(_period(started=numbers, completed=numbers), groups=groups))
    assert "Cohort 18" in texts_of(picture)
    assert "19 / 19" in texts_of(picture)
    assert _tints(picture) == []


def test_groups_that_do_not_match_are_shown_with_a_note() -> None:
    figure = _flow(_period(started=("45", "44", "3")))
    assert "Group G2: Started: 3" in _words(figure)
    assert "not among its groups here: G2" in _words(figure)
    _drawn(figure)


def test_enrollment_is_part_of_the_flow() -> None:
    study = posted(participantFlowModule={"groups": GROUPS})
    assert enrollment_figure(study.results_section.participant_flow_module) is None
    assert _flow() is None
    assert _flow({"title": "Empty"}) is None


# Adverse events


def test_the_most_frequent_events_come_first() -> None:
    rare = [_event(f"Rare {number}", (1, 100), (0, 100)) for number in range(30)]
    figure = _events(*rare, _event("Nausea", (5, 100), (50, 100)))
    lines = _words(figure).splitlines()
    assert lines[1].startswith("Other Adverse Events: 12 most frequent of 31 kinds of event")
    assert "others are as frequent as the last" in lines[1]
    assert lines[2].startswith("Nausea: Drug 5/100 (5.0")
    assert "Nausea" in texts_of(_drawn(figure))


def test_impossible_shares_have_words_and_no_symbol() -> None:
    figure = _events(_event("Nausea", (12, 10), (1, 10)), _event("Rash", (0, 0), (2, 10)))
    assert "Drug 12/10;" in _words(figure)
    assert "Drug 0/0;" in _words(figure)
    assert _words(figure).splitlines()[-1].startswith("No share is drawn where")
    assert _symbols(_drawn(figure)) == 2 + 2


def test_without_anybody_affected_there_is_no_plot() -> None:
    assert _events() is None
    assert _events(_event("Nausea", (0, 10), (0, 10))) is None
    assert _events(_event("Nausea", (None, None), (5, 0))) is None


def test_serious_events_have_their_own_panel() -> None:
    figure = _events(
        _event("Nausea", (5, 10), (0, 10)), seriousEvents=[_event("Stroke", (1, 10), (0, 10))]
    )
    texts = texts_of(_drawn(figure))
    assert "Serious Adverse Events: 1 kind of event" in texts
    assert "Other Adverse Events: 1 kind of event" in texts
    assert "The axes of serious and other events differ." in texts


def test_more_groups_than_symbols_are_all_drawn_alike() -> None:
    groups = [{"id": f"G{number}", "title": f"Cohort {number}"} for number in range(8)]
    pairs = [(number, 10) for number in range(8)]
    figure = _events(_event("Nausea", *pairs), groups=groups)
    assert "One circle for each of 8 groups" in _words(figure)
    picture = _drawn(figure)
    assert _symbols(picture) == 8
    assert "Nausea, Cohort 7: 7/10 (70.0\u202f%)" in [spot.text for spot in picture.spots]


# Outcome measures


def test_a_mean_has_its_standard_deviation_as_a_bar_to_both_sides() -> None:
    figure = _measure(
        paramType="MEAN",
        dispersionType="Standard Deviation",
        unitOfMeasure="mm",
        classes=classes(values(("G0", "12.5", "2"), ("G1", "10", "1"))),
    )
    assert figure is not None
    assert figure.words == ("Mean ± Standard Deviation · mm", "Drug: 12.5 ± 2", "Placebo: 10 ± 1")
    lines = [one for one in _drawn(figure).shapes if isinstance(one, Line) and one.ink is Ink.TEXT]
    assert len(lines) == 2 * 2 * 2


def test_limits_are_drawn_as_stated() -> None:
    measurement = {"groupId": "G0", "value": "5", "lowerLimit": "4.5", "upperLimit": "NA"}
    figure = _measure(
        paramType="MEDIAN",
        dispersionType="95% Confidence Interval",
        classes=classes({"measurements": [measurement, {"groupId": "G1", "value": "NA"}]}),
    )
    assert "Drug: 5 (4.5 to NA)" in _words(figure)
    assert "Placebo: NA" in _words(figure)
    assert "What is not written as a number has no mark." in _words(figure)
    picture = _drawn(figure)
    assert _symbols(picture) == 1
    assert [spot.text for spot in picture.spots] == ["Drug: 5 (4.5 to NA)"]
    assert "NA" in texts_of(_drawn(figure, 340))


def test_a_coefficient_of_variation_is_not_drawn_as_an_interval() -> None:
    figure = _measure(
        paramType="GEOMETRIC_MEAN",
        dispersionType="Geometric Coefficient of Variation",
        classes=classes(values(("G0", "12", "40"), ("G1", "10", "35"))),
    )
    assert "Geometric Coefficient of Variation: not drawn." in _words(figure)
    assert not [s for s in _drawn(figure).shapes if isinstance(s, Line) and s.ink is Ink.TEXT]


def test_counts_are_bars_within_what_they_are_a_part_of() -> None:
    counts = [{"groupId": "G0", "value": "40"}, {"groupId": "G1", "value": "50"}]
    figure = _measure(
        paramType="COUNT_OF_PARTICIPANTS",
        unitOfMeasure="Participants",
        denoms=[{"units": "Participants", "counts": counts}],
        classes=classes(values(("G0", "10"), ("G1", "0"))),
    )
    assert "Drug: 10 of 40 (25.0\u202f%)" in _words(figure)
    boxes = [shape for shape in _drawn(figure).shapes if isinstance(shape, Box)]
    assert [box.fill for box in boxes] == [Ink.GROUND, Ink.ACCENT, Ink.GROUND]
    assert boxes[1].width == pytest.approx(boxes[0].width / 4)


def test_thousands_are_read_and_shown_as_written() -> None:
    figure = _measure(paramType="NUMBER", classes=classes(values(("G0", "1,234"), ("G1", "900"))))
    assert "Drug: 1,234" in _words(figure)
    assert "1,234" in texts_of(_drawn(figure))


@pytest.mark.parametrize(
    "numbers", [("NA", "NA"), ("0.001", "1000000000"), ("<0.1", "5"), (None, None), ("5",)]
)
def test_numbers_that_allow_no_plot_have_none(numbers: tuple[str | None, ...]) -> None:
    pairs = tuple((f"G{place}", number) for place, number in enumerate(numbers))
    assert _measure(classes=classes(values(*pairs))) is None  # type: ignore[arg-type]


def test_many_values_are_the_first_ones_and_say_so() -> None:
    rows = [values(("G0", str(n)), ("G1", str(n + 1)), title=f"Week {n}") for n in range(1, 31)]
    figure = _measure(paramType="MEAN", classes=classes(*rows))
    assert "The first 24 of 60 values are shown; all are in the table." in _words(figure)
    texts = texts_of(_drawn(figure))
    assert "Week 12" in texts
    assert "Week 13" not in texts


def test_a_value_beyond_its_limits_has_a_note() -> None:
    odd = {"groupId": "G0", "value": "5", "lowerLimit": "6", "upperLimit": "9"}
    figure = _measure(classes=classes({"measurements": [odd, {"groupId": "G1", "value": "7"}]}))
    assert "The record states a value beyond its limits" in _words(figure)
    _drawn(figure)


# Whatever the record holds


def _odd_figures() -> Iterator[Figure | None]:
    groups = [{"id": f"G{number}", "title": LONG} for number in range(2)]
    yield _flow(_period(LONG, started=(LONG, "9" * 400), reasons={LONG: ("1", "x")}), groups=groups)
    yield _flow(_period(started=("-5", "0"), completed=("-5", "0")), groups=[{}, {}])
    yield _events(_event(LONG, (1, 10), (10**30, 10**31)), groups=groups)
    yield _events({"stats": [{"numAffected": 1, "numAtRisk": 2}]}, groups=[])
    yield _measure(
        groups=groups,
        unitOfMeasure=LONG,
        classes=[
            {"title": LONG, "categories": [values(("G0", "1", LONG), ("G1", LONG), title=LONG)]},
            {"title": LONG, "categories": [values(("G0", "3"), ("G0", "4"), ("", "5"))]},
        ],
    )
    yield _measure(groups=[], classes=classes(values(("X", "-1e15"), ("X", "1e15"))))


def test_odd_records_are_drawn_legibly() -> None:
    for figure in _odd_figures():
        for width, em in ((200, 13), (340, 13), (640, 26), (1300, 13)):
            _drawn(figure, width, em)


def test_empty_results_have_no_pictures() -> None:
    results = ResultsSection()
    assert flow_figure(results.participant_flow_module) is None
    assert event_figure(results.adverse_events_module) is None
    assert _measure() is None


def _figures(study: Study) -> Iterator[Figure]:
    results = study.results_section
    found = [
        flow_figure(results.participant_flow_module),
        event_figure(results.adverse_events_module),
        *map(measure_figure, results.outcome_measures_module.outcome_measures[:12]),
    ]
    yield from (figure for figure in found if figure is not None)


@needs_records
def test_pictures_of_real_results_are_legible_at_any_width() -> None:
    drawn = set()
    for file in record_files("ctgov_json", "*.json", step=3):
        study, _ = read_ctgov_json(file.read_bytes())
        for figure in _figures(study) if study.has_results else ():
            drawn.add(figure.id)
            for width, em in ((340, 13), (640, 26), (900, 13)):
                _drawn(figure, width, em)
    assert drawn == {"participant-flow", "adverse-events", "outcome-measure"}
