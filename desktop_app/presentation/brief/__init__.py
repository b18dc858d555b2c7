"""The one-page protocol brief as content."""

from desktop_app.presentation.brief.whole import (
    brief_of,
)

__all__ = ["brief_of"]
