"""Cuts a stream of JSON into its studies without reading it whole, and keeps their bytes.

One study, an array of studies, an API page (an object with ``studies``) and one study a line are
told apart as they are read. What is broken is reported, and reading goes on at the next study, so
that one bad record never costs the others.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.languages import N_, _
from desktop_app.readers.byte_window import TOO_LARGE, ByteStream, ByteWindow
from desktop_app.readers.limits import Limits, megabytes

_STUDIES = b'"studies"'
_PROTOCOL = b'"protocolSection"'
_STRAY = N_("It stands beside the records and is none.")
_CUT_OFF = N_("It ends in the middle of a record.")
_ENDLESS_TEXT = N_("It has a text without an end.")
_SHOWN_BYTES = 200


@dataclass(frozen=True, slots=True)
class Piece:
    """One study as it stands in the stream; or its beginning, and why it cannot be cut out.

    ``fault`` is a sentence, or empty.
    """

    content: bytes
    fault: str = ""


def json_pieces(stream: ByteStream, limits: Limits) -> Iterator[Piece]:
    """Yield the studies of a stream of UTF-8 JSON in their order."""
    cutter = _Cutter(ByteWindow(stream, limits.document_bytes), limits)
    while True:
        token = cutter.window.next_token()
        if cutter.is_between_studies and (stray := _words(cutter.window.gap, token)):
            yield Piece(stray[:_SHOWN_BYTES], _(_STRAY))
        if token is not None:
            piece = cutter.take(token)
        elif cutter.window.anchor >= 0:
            piece = cutter.broken(_(_CUT_OFF))
        else:
            return
        if piece is not None:
            yield piece


def _words(gap: bytes, token: bytes | None) -> bytes:
    """Return what stands between two studies and is neither blank nor a comma."""
    text = token if token and token.startswith(b'"') else b""
    return (gap + text).strip(b" \t\r\n,\x00")


@dataclass(slots=True)
class _Cutter:
    """Counts brackets: ``open`` ones, of which the first ``outer`` surround the studies."""

    window: ByteWindow
    limits: Limits
    open: list[bytes] = field(default_factory=list)
    outer: int = 0
    last_text: bytes = b""

    def take(self, token: bytes) -> Piece | None:
        """Take one token in; return the study that it completes, or what it breaks."""
        if token in (b"{", b"["):
            return self._open(token)
        if token in (b"}", b"]"):
            return self._close(token)
        if token == TOO_LARGE:
            return self.broken(self._size_fault())
        if token == b'"':
            return self.broken(_(_CUT_OFF if self.window.is_cut_off else _ENDLESS_TEXT))
        self.last_text = token
        if token == _PROTOCOL and len(self.open) > self.outer + 1:
            return self.broken(_("It has no end before the next record begins."))
        return None

    def _open(self, bracket: bytes) -> Piece | None:
        level = len(self.open)
        self.open.append(bracket)
        if bracket == b"[" and self._surrounds_studies(level):
            self.outer, self.window.anchor = level + 1, -1
        elif level == self.outer and self.window.anchor < 0:
            self.window.drop_anchor()
        if level >= self.limits.nesting:
            words = _("It is nested deeper than {count} levels.")
            return self.broken(words.format(count=self.limits.nesting))
        return self._too_large()

    def _surrounds_studies(self, level: int) -> bool:
        if level == 0:
            return True
        return level == 1 and self.outer == 0 and self.last_text == _STUDIES

    def _close(self, bracket: bytes) -> Piece | None:
        opening = b"{" if bracket == b"}" else b"["
        if not self.open or self.open[-1] != opening:
            return self.broken(_("It has brackets that do not match."))
        self.open.pop()
        level = len(self.open)
        if level == self.outer and self.window.anchor >= 0:
            return self._too_large() or Piece(self.window.lift_anchor())
        if level < self.outer:
            self.outer = 0
        return None

    def _too_large(self) -> Piece | None:
        if self.window.anchored_bytes <= self.limits.document_bytes:
            return None
        return self.broken(self._size_fault())

    def _size_fault(self) -> str:
        size = megabytes(self.limits.document_bytes)
        return _("It is larger than {size}.").format(size=size)

    @property
    def is_between_studies(self) -> bool:
        """Tell whether the next token can only begin a study or end their array."""
        return self.window.anchor < 0 and len(self.open) == self.outer

    def broken(self, fault: str) -> Piece:
        """Report the study at hand and go on at the next one."""
        begin = max(self.window.anchor, 0)
        content = self.window.buffer[begin : begin + _SHOWN_BYTES]
        self.window.skip_to_next_study()
        del self.open[self.outer :]
        return Piece(content, fault)
