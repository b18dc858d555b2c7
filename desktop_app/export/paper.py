"""The two papers, and the box in which a page is laid out so that both print it alike."""

from enum import Enum

_LETTER_TERRITORIES = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Where Letter is usual, by the Unicode Common Locale Data Repository."""

_MILLIMETRE = 72 / 25.4
BOX_WIDTH = 186 * _MILLIMETRE
BOX_HEIGHT = 260 * _MILLIMETRE
"""The box in points: it leaves at least 12 mm beside and 9.7 mm above and below on either paper."""


class Paper(Enum):
    """A paper, valued in points, wide and high."""

    A4 = (210 * _MILLIMETRE, 297 * _MILLIMETRE)
    LETTER = (612.0, 792.0)

    @property
    def box_left(self) -> float:
        """Return where the box begins, in points from the left edge."""
        return (self.value[0] - BOX_WIDTH) / 2

    @property
    def box_top(self) -> float:
        """Return where the box begins, in points from the lower edge of the paper."""
        return (self.value[1] + BOX_HEIGHT) / 2


def usual_paper(territory: str) -> Paper:
    """Return the paper that is usual in a country, given as ``US``; A4 where none is named."""
    return Paper.LETTER if territory in _LETTER_TERRITORIES else Paper.A4
