"""A study as the questions that a patient or an advocate asks."""

from datetime import date

from desktop_app.presentation.fields import existing
from desktop_app.presentation.handout.about import open_section, what_section, why_section
from desktop_app.presentation.handout.asking import ask_section, rest_section, words_section
from desktop_app.presentation.handout.groups import (
    course_section,
    given_section,
    groups_section,
)
from desktop_app.presentation.handout.joining import joining_sections
from desktop_app.presentation.handout.places import where_section
from desktop_app.presentation.handout.words import handout_words
from desktop_app.presentation.record.addresses import registry_address
from desktop_app.presentation.section import Section
from desktop_app.study.study import Study


def handout_sections(study: Study, today: date) -> tuple[Section, ...]:
    """Return the questions with their answers; ``today`` tells how old the record is.

    Nothing of them is cut but long lists of sites, which say so.
    """
    protocol = study.protocol_section
    answers = existing(
        what_section(protocol),
        why_section(protocol),
        open_section(study, today),
        *joining_sections(protocol),
        groups_section(protocol),
        given_section(protocol),
        course_section(protocol),
        where_section(protocol),
        ask_section(protocol, registry_address(protocol.identification_module.nct_id or "")),
    )
    return existing(*answers, words_section(handout_words(answers)), rest_section(study))
