"""Reads who does not know the assignment from the wordings of all years."""

import re

from desktop_app.readers.ctgov_xml.elements import Part
from desktop_app.readers.ctgov_xml.values import Held, held
from desktop_app.readers.ctgov_xml.wordings import code_of, known_code
from desktop_app.study.enumerations import DesignMasking, WhoMasked

_LEVEL_WITH_WHO = re.compile(r"(.+?)\s*\(([^()]*)\)\s*\Z")


def masking(part: Part, text: str | None) -> Held:
    """Read ``Double (Participant, Investigator)``, ``Double Blind``, ``Participant`` and others.

    Where only those who are masked are named, the level is not stated, and stays so.
    """
    if text is None:
        return {}
    if known_code(text, DesignMasking):
        return held(masking=known_code(text, DesignMasking))
    match = _LEVEL_WITH_WHO.match(text)
    level, names = (match[1], match[2]) if match else (None, text)
    who = tuple(known_code(name, WhoMasked) for name in names.split(","))
    if None in who:
        return held(masking=code_of(part, text, DesignMasking))
    return held(masking=code_of(part, level, DesignMasking), who_masked=who)
