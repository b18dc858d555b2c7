"""What is put on paper or in a file: a record with its document."""

import re
from dataclasses import dataclass

from desktop_app.presentation.context import Context
from desktop_app.study.study import Study

_UNSAFE = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_STEM = 40
TRIAL_SUFFIX, TRIAL_TYPE = ".trial", "application/vnd.trialprotocolviewer.trial+json"
"""Of a file that holds one record as the registry's JSON, and opens by a double-click."""


@dataclass(frozen=True, slots=True)
class Source:
    """A record to be put on paper or in a file: the study, its document, what is known of it."""

    study: Study
    document: bytes
    document_name: str
    """The name of the document as a file, with its suffix: ``NCT03816852.json``."""
    document_sha256: str
    context: Context

    @property
    def nct_id(self) -> str:
        """Return the NCT number; empty where the record has none."""
        return self.study.protocol_section.identification_module.nct_id or ""

    @property
    def is_json(self) -> bool:
        """Tell whether the document is the registry's JSON."""
        return self.document_name.endswith(".json")

    @property
    def file_stem(self) -> str:
        """Return how names of this study's files begin; safe on every system."""
        return file_stem(self.study)


def file_stem(study: Study) -> str:
    """Return the NCT number without what a file system may refuse; ``study`` where there is none.

    Records are data: their number may hold anything, a path among others.
    """
    number = study.protocol_section.identification_module.nct_id or ""
    return _UNSAFE.sub("-", number).strip("-")[:_LONGEST_STEM].strip("-") or "study"
