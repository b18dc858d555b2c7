"""Sentences, criteria and measures, made once: a record takes some hundred of each at random."""

from collections.abc import Callable, Mapping, Sequence
from random import Random
from string import Formatter

from tests.benchmarks.made_up.medicine import Area
from tests.benchmarks.made_up.shares import pick
from tests.benchmarks.made_up.words import Lexicon

GENERAL = 12_000
OF_AN_AREA = 700
"""How many sentences there are; of criteria, measures and notes a part of it."""

_USUAL = 5
"""How often a pattern is taken against those that stand behind an empty line, with set phrases."""

_SENTENCES = """
The {w} of {w} in participants with {c} is {w} and remains a {w} of {w} {w}.
Patients will be {w} to receive {i} or {w}, followed by a {w} of {n} weeks.
{i} has been shown to {w} {t} and {w} in {w} studies of {c}.
Secondary {w} include {w}, {w} and the {w} of {w} at {n} months.
This {w} {w} study aims to {w} whether {w} {w} can {w} {t} in adults.
All {w} will be recorded on the {w} and compared between {w} and {w} {w}.
However, there is little {w} on the {w} between {t} and {w} in this population.
After {w}, samples for {w} {w} are taken at {n}, {m} and 72 hours.
It is expected that {n} participants from {m} sites will {w} the {w} {w}.
The {w} is {w} by a {w} {w} who does not know which {w} was given.
In the {w} phase, {i} is given at {n} mg twice {w} until {w} or {w}.
Data on {w}, {w}, {t} and {w} will be collected from the {w} of each {w}.
We hypothesize that {w} {w} leads to a lower {w} of {t} than {w} {w} alone.
Those who have {w} or {w} may continue in an {w} {w} of the study.
Sample size: with a {w} of {n}% and a {w} of 0.05, {m} {w} are needed per {w}.
{w} and {w} are common in {c}, affecting up to {n}% of {w}.
Statistical {w} will use a {w} model with {w}, {w} and {w} as covariates.
An independent {w} will review {w} and {w} after {n} {w} have been {w}.

The primary endpoint is progression-free {w}; {w} and quality of life are secondary endpoints.
Eligible patients receive standard of care with or without {i}, in a double-blind {w}.
The incidence of adverse events and serious adverse events is {w} throughout the {w}.
Despite the current standard of care, the five-year survival rate of {c} is {w}.
A phase {w} clinical trial in an intention-to-treat {w}, stratified by {w} and {w}.
"""
_CRITERIA = """
Age of at least {n} years and able to {w} the {w}
{w} or {w} {w} within {n} weeks before {w}
Known {w} to {i} or any of its {w}
Diagnosis of {c} confirmed by {w} {w}
History of {w}, {w} or {w} {w}
Pregnant or {w} women, or those who plan {w} during the {w}
Use of {i} or {w} in the last {m} days
{w} function: {w} ≤ {n} x ULN and {w} \\> {m} mg/dL
Body mass index of {n} to {m} kg/m\\^2
Any {w} that in the {w} of the investigator would {w} the {w} of {w}
Signed {w} {w} and willing to {w} with {w}
{t} or {t} at {w}, unless {w} for at least {n} months
ECOG {w} of 0 or 1, and {w} of more than {m} {w}
Severe {w} {w} (New York {w} class III or {w}), {w} or {w}
Participation in another {w} {w} within {n} days of {w}
Positive {w} for {w}, hepatitis B or {w}
{w} ≥ {n} µg/L, β-{w} or α-{w} at {w}

Written informed consent before any {w} procedure
Adequate bone marrow function and life expectancy of more than {n} months
History of heart failure, myocardial infarction or {w} within {n} months
"""
_MEASURES = """
Change from baseline in {w} {w} score
Incidence of {t} {w}
Number of participants with {w} {w}
{w} {w} survival
Time to first {w} of {t}
{w} concentration of {i}
Percentage of {w} with {t} at week {n}
{w} of {w} and {w}
Mean {w} in {t} from day {n} to day {m}
{w} {w} Scale (total)
Rate of {w} {w} within {n} days
Area under the {w} {w} of {w}

Quality of life ({w} {w})
Overall survival at {n} months
"""
_NOTES = """
Measured by the {w} {w} scale, from 0 to {n}, where higher {w} mean worse {w}.
Participants who received at least one {w} of {w} and had a {w} {w}.
{i} {n} mg by {w}, once {w}, on days 1 to {m} of each {w}.
The {w} is defined as the {w} from {w} to {w} of any {w}.
{w} {w} given over {n} minutes, followed by {w} and {w}.
As {w} by {w} criteria, with {t} {w} by {w} {w}.
Standard {w} together with {w} {w}, according to {w} guidelines.
"""

Fill = Callable[[], str]


class Phrases:
    """What one kind of text is put together from: for every area its own, and what fits all.

    What fits all is said of no cancer: else the word would be in most records.
    """

    def __init__(
        self, name: str, patterns: str, part: float, areas: Sequence[Area], lexicon: Lexicon
    ) -> None:
        """Make them; ``part`` is how many there are against sentences."""
        usual, _, seldom = (part.strip().splitlines() for part in patterns.partition("\n\n"))
        lines = usual * _USUAL + seldom
        self.general = _made(
            Random(name),
            lines,
            int(GENERAL * part),
            lexicon,
            [area for area in areas if not area.is_oncology],
        )
        self._by_area: Mapping[str, list[str]] = {
            area.name: _made(
                Random(name + area.name), lines, int(OF_AN_AREA * part), lexicon, [area]
            )
            for area in areas
        }

    def some(self, rng: Random, area: Area, count: int) -> list[str]:
        """Return as many as asked for, a third of them of the area."""
        if count == 1:
            return [pick(rng, self.general if rng.random() < 0.7 else self._by_area[area.name])]
        own = (count + 1) // 3
        return _spread(rng, self.general, count - own) + _spread(rng, self._by_area[area.name], own)


def sentences(areas: Sequence[Area], lexicon: Lexicon) -> Phrases:
    """Make the sentences of descriptions."""
    return Phrases("sentences", _SENTENCES, 1, areas, lexicon)


def criteria(areas: Sequence[Area], lexicon: Lexicon) -> Phrases:
    """Make the lines of eligibility criteria."""
    return Phrases("criteria", _CRITERIA, 0.8, areas, lexicon)


def measures(areas: Sequence[Area], lexicon: Lexicon) -> Phrases:
    """Make the names of what is measured."""
    return Phrases("measures", _MEASURES, 0.8, areas, lexicon)


def notes(areas: Sequence[Area], lexicon: Lexicon) -> Phrases:
    """Make what is said of measures, arms and interventions."""
    return Phrases("notes", _NOTES, 0.8, areas, lexicon)


def _spread(rng: Random, phrases: list[str], count: int) -> list[str]:
    """Return phrases with gaps between: far quicker than to draw each, and hardly less varied."""
    gap = 1 + int(rng.random() * min(61, (len(phrases) - 1) // count - 1))
    start = int(rng.random() * (len(phrases) - gap * count))
    return phrases[start : start + gap * count : gap]


def _made(
    rng: Random, patterns: Sequence[str], count: int, lexicon: Lexicon, areas: Sequence[Area]
) -> list[str]:
    shares = [area.share for area in areas]
    parsed = [list(Formatter().parse(pattern)) for pattern in patterns]
    made = []
    for _ in range(count):
        area = rng.choices(areas, shares)[0]
        fills: dict[str, Fill] = {
            "w": lambda: lexicon.draw(rng),
            "c": lambda area=area: rng.choice(area.conditions).lower(),  # type: ignore[misc]
            "i": lambda area=area: rng.choice(area.drugs).lower(),  # type: ignore[misc]
            "t": lambda area=area: rng.choice(area.words),  # type: ignore[misc]
            "n": lambda: str(rng.randint(1, 36)),
            "m": lambda: str(rng.randint(10, 400)),
        }
        text = "".join(
            literal + (fills[field]() if field else "")
            for literal, field, _, _ in rng.choice(parsed)
        )
        made.append(text[0].upper() + text[1:])
    return made
