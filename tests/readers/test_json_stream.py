import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.readers.json_stream import Piece, json_pieces
from desktop_app.readers.limits import Limits
from tests.studies import record_bytes

ONE, TWO, THREE = (record_bytes(f"NCT0000000{n}") for n in (1, 2, 3))


class Drops(io.BytesIO):
    """A stream that gives three bytes at a time, whatever is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(3)


def _contents(content: bytes, limits: Limits | None = None) -> list[bytes]:
    pieces = list(json_pieces(io.BytesIO(content), limits or Limits()))
    assert [piece.fault for piece in pieces] == [""] * len(pieces)
    return [piece.content for piece in pieces]


@pytest.mark.parametrize(
    "content",
    [
        b"[" + ONE + b",\n" + TWO + b"]",
        b'{"studies": [' + ONE + b", " + TWO + b'], "nextPageToken": "x"}',
        b'{"totalCount": 2, "nextPageToken": "studies", "studies": [' + ONE + b"," + TWO + b"]}",
        ONE + b"\n" + TWO + b"\n",
        ONE + b"\r\n\r\n" + TWO,
    ],
    ids=["array", "page", "page with studies last", "lines", "lines with returns"],
)
def test_studies_are_cut_out_byte_for_byte(content: bytes) -> None:
    assert _contents(content) == [ONE, TWO]
    dripped = json_pieces(Drops(content), Limits())
    assert [piece.content for piece in dripped] == [ONE, TWO]


def test_brackets_and_quotes_inside_texts_do_not_count() -> None:
    tricky = record_bytes(descriptionModule={"briefSummary": '}{][ \\" "studies": [ \\\\'})
    assert _contents(b"[" + tricky + b"," + ONE + b"]") == [tricky, ONE]


@pytest.mark.parametrize(
    "broken",
    [TWO[:60], TWO[:-1], TWO[:60] + b'"', b'{"protocolSection": ]'],
    ids=["cut in a text", "cut before its end", "cut after a quote", "wrong bracket"],
)
@pytest.mark.parametrize("array", [True, False])
def test_one_broken_study_does_not_cost_the_next(broken: bytes, array: bool) -> None:
    parts = [ONE, broken, THREE]
    content = b"[" + b",\n".join(parts) + b"]" if array else b"\n".join(parts)
    pieces = list(json_pieces(io.BytesIO(content), Limits()))
    assert [piece.content for piece in pieces if not piece.fault] == [ONE, THREE]
    assert len(pieces) == 3


def test_nesting_without_end_is_refused_at_once() -> None:
    (piece,) = json_pieces(io.BytesIO(b"[" * 200_000 + b"]" * 200_000), Limits())
    assert piece.fault == "It is nested deeper than 100 levels."


def test_a_study_larger_than_the_limit_is_refused_and_the_next_is_read() -> None:
    huge = record_bytes(descriptionModule={"briefSummary": "x" * 5000})
    limits = Limits(document_bytes=2000)
    pieces = list(json_pieces(io.BytesIO(b"[" + huge + b"," + ONE + b"]"), limits))
    assert [bool(piece.fault) for piece in pieces] == [True, False]
    assert pieces[1].content == ONE


def test_a_text_without_end_does_not_fill_the_memory() -> None:
    class Long(io.BytesIO):
        """Forty million characters; what is asked for at once grows with what is held."""

        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.largest = max(self.largest, size or 0)
            return super().read(size)

    stream = Long(b'{"a":"' + b"x" * 40_000_000)
    (piece,) = json_pieces(stream, Limits(document_bytes=1_000_000))
    assert piece.fault
    assert stream.largest < 5_000_000


@given(st.binary(max_size=300))
def test_any_bytes_at_all_come_to_an_end(content: bytes) -> None:
    pieces = list(json_pieces(io.BytesIO(content), Limits()))
    assert all(isinstance(piece, Piece) for piece in pieces)
