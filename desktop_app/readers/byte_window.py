"""A window that moves over a stream of JSON, token by token, and holds no more than it must."""

import re
from dataclasses import dataclass
from typing import Protocol

from desktop_app.readers.limits import MEBIBYTE

# A text of JSON holds no line end, so one that meets it was never closed.
_TOKEN = re.compile(rb'"(?:[^"\\\n]++|\\.)*+"|[{}\[\]"]', re.DOTALL)
_STUDY = re.compile(rb'\{\s*+"protocolSection"')
_LONGEST_GAP = 256
"""Bytes between two studies that are kept while the next study is looked for."""
TOO_LARGE = b""
"""The token that stands for a study that is larger than it may be."""


class ByteStream(Protocol):
    """What can be read in pieces."""

    def read(self, size: int, /) -> bytes:
        """Return up to ``size`` bytes, none at the end."""


@dataclass(slots=True)
class ByteWindow:
    """What of the stream is in memory; ``anchor`` is where the study at hand begins, or -1."""

    stream: ByteStream
    most: int
    """Bytes of one study after which the window grows no more and a text counts as unclosed."""
    buffer: bytes = b""
    position: int = 0
    anchor: int = -1
    at_end: bool = False
    gap: bytes = b""
    """What stood before the last token, outside of any study."""

    def next_token(self) -> bytes | None:
        """Return the next text or bracket; ``"`` alone is a text without end, None the end."""
        while True:
            match = _TOKEN.search(self.buffer, self.position)
            if match is not None and (match[0] != b'"' or self._is_unclosed(match.start())):
                self.gap = b"" if self.anchor >= 0 else self.buffer[self.position : match.start()]
                self.position = match.end()
                return match[0]
            if match is None and self.anchor >= 0 and len(self.buffer) - self.anchor > self.most:
                return TOO_LARGE
            if self.at_end:
                self.gap = b"" if self.anchor >= 0 else self.buffer[self.position :]
                return None
            if self.anchor >= 0:
                self.position = len(self.buffer) if match is None else match.start()
            self._fill()

    def drop_anchor(self) -> None:
        """Begin a study at the bracket that was just read."""
        self.anchor = self.position - 1

    def lift_anchor(self) -> bytes:
        """Return the study up to here, which ends it."""
        content = self.buffer[self.anchor : self.position]
        self.anchor = -1
        return content

    @property
    def anchored_bytes(self) -> int:
        """Return the length of the study at hand so far."""
        return self.position - self.anchor if self.anchor >= 0 else 0

    @property
    def is_cut_off(self) -> bool:
        """Tell whether the text that was just begun runs into the end of the stream."""
        return self.at_end and self.buffer.find(b"\n", self.position) < 0

    def skip_to_next_study(self) -> bool:
        """Go to where a study begins after the anchor; tell whether there is one."""
        # One character on, so that a study never finds itself again.
        self.position = self.anchor + 1 if self.anchor >= 0 else self.position
        self.anchor = -1
        while True:
            match = _STUDY.search(self.buffer, self.position)
            if match is not None and not self._stands_alone(match.start()):
                self.position = match.end()
            elif match is not None:
                self.position = match.start()
                return True
            elif self.at_end:
                self.position = len(self.buffer)
                return False
            else:
                self.position = max(self.position, len(self.buffer) - _LONGEST_GAP)
                self._fill()

    def _stands_alone(self, brace: int) -> bool:
        """Tell whether what begins here can be an item of an array or a line."""
        before = self.buffer[max(brace - _LONGEST_GAP, 0) : brace]
        return b"\n" in before[len(before.rstrip()) :] or before.rstrip()[-1:] in (b",", b"[")

    def _is_unclosed(self, quote: int) -> bool:
        too_long = len(self.buffer) - quote > self.most
        return too_long or self.at_end or self.buffer.find(b"\n", quote) >= 0

    def _fill(self) -> None:
        keep = self.anchor if self.anchor >= 0 else max(self.position - _LONGEST_GAP, 0)
        rest = self.buffer[keep:]
        # A growing step keeps the work linear for one very long text.
        more = self.stream.read(max(MEBIBYTE, len(rest)))
        self.at_end = not more
        self.buffer = rest + more
        self.position -= keep
        self.anchor = 0 if self.anchor >= 0 else -1
