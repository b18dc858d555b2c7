"""The colours of tags, apart from what else belongs to the person: every row may bear some."""

from enum import Enum


class TagColour(Enum):
    """The colours of tags; how each looks is the window's to say, for it has two themes."""

    GREY = "grey"
    RED = "red"
    ORANGE = "orange"
    YELLOW = "yellow"
    GREEN = "green"
    TEAL = "teal"
    BLUE = "blue"
    PURPLE = "purple"
    PINK = "pink"
    BROWN = "brown"

    @classmethod
    def of(cls, value: str) -> "TagColour":
        """Return the colour of that value, grey for one that is not known."""
        return cls(value) if value in {colour.value for colour in cls} else cls.GREY
