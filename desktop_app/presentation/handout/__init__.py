"""The large-print handout as content: a study for a patient or an advocate, in questions."""

from desktop_app.presentation.handout.questions import handout_sections
from desktop_app.presentation.handout.title import HandoutTitle, handout_title

__all__ = ["HandoutTitle", "handout_sections", "handout_title"]
