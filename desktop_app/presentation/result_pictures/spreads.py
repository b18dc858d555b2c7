"""Which spread of a value can be drawn as an interval, and what it is called."""

from desktop_app.analysis.result_pictures.numbers import read_number
from desktop_app.presentation.results.texts import one_line
from desktop_app.presentation.wording import in_words
from desktop_app.study.codes import registry_label
from desktop_app.study.measures import Measurement
from desktop_app.study.outcome_measures import OutcomeMeasure
from desktop_app.study.result_enumerations import MeasureDispersionType

_AROUND = (MeasureDispersionType.STANDARD_DEVIATION, MeasureDispersionType.STANDARD_ERROR)


def spread_name(measure: OutcomeMeasure) -> str:
    """Return what the spread of a measure is: ``Standard Deviation``; empty if there is none."""
    return one_line(in_words(measure.dispersion_type))


def reaches_around(measure: OutcomeMeasure) -> bool:
    """Tell whether the spread is a distance to either side of the value."""
    # What is no term of the list may be the same words in other capitals.
    name = one_line(registry_label(measure.dispersion_type or "")).casefold()
    return any(name == known.label.casefold() for known in _AROUND)


def limits_of(
    one: Measurement, number: float, is_around: bool
) -> tuple[float | None, float | None]:
    """Return the ends of the interval around a value, None where none is stated.

    A limit on the wrong side of its value is none that could be drawn.
    """
    spread = read_number(one.spread)
    if is_around and spread is not None and spread >= 0:
        return number - spread, number + spread
    low, high = read_number(one.lower_limit), read_number(one.upper_limit)
    return (
        low if low is not None and low <= number else None,
        high if high is not None and high >= number else None,
    )


def has_odd_limits(one: Measurement, number: float) -> bool:
    """Tell whether a value lies beyond its limits, or has a negative spread."""
    low, high = read_number(one.lower_limit), read_number(one.upper_limit)
    spread = read_number(one.spread)
    return (
        (low is not None and low > number)
        or (high is not None and high < number)
        or (spread is not None and spread < 0)
    )
