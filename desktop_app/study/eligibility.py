"""Eligibility: data elements of the registry's record."""

from pydantic import Field

from desktop_app.study.ages import Age
from desktop_app.study.base import RecordModel
from desktop_app.study.codes import Coded
from desktop_app.study.enumerations import SamplingMethod, Sex, StandardAge
from desktop_app.study.markup import MarkupText


class EligibilityModule(RecordModel):
    """Who can take part."""

    eligibility_criteria: MarkupText | None = Field(default=None, title="Eligibility Criteria")
    healthy_volunteers: bool | None = Field(default=None, title="Accepts Healthy Volunteers")
    sex: Coded[Sex] | None = Field(default=None, title="Sex")
    gender_based: bool | None = Field(default=None, title="Gender Based")
    gender_description: MarkupText | None = Field(
        default=None, title="Gender Eligibility Description"
    )
    minimum_age: Age | None = Field(default=None, title="Minimum Age")
    maximum_age: Age | None = Field(default=None, title="Maximum Age")
    std_ages: tuple[Coded[StandardAge], ...] = Field(default=(), title="Age Groups")
    study_population: MarkupText | None = Field(default=None, title="Study Population")
    sampling_method: Coded[SamplingMethod] | None = Field(default=None, title="Sampling Method")
