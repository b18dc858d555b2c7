import gzip
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.registry.bodies import Body, BodyBroken, BodyTooLarge

MOST = 10_000_000


def taken(content: bytes, size: int, encoding: str = "gzip", most: int = MOST) -> bytes:
    body = Body(encoding, most)
    for begin in range(0, len(content), size):
        body.take(content[begin : begin + size])
    return body.whole()


@given(st.lists(st.binary(max_size=3_000), max_size=4), st.integers(1, 200))
def test_what_was_packed_comes_out_however_it_is_cut(parts: list[bytes], size: int) -> None:
    packed = b"".join(map(gzip.compress, parts))
    assert taken(packed, size) == b"".join(parts)


def test_what_is_larger_than_a_step_comes_out_whole() -> None:
    content = Random(1).randbytes(1 << 20) + bytes(3 << 20)
    assert taken(gzip.compress(content), 1 << 16) == content


@pytest.mark.parametrize("encoding", ["", "identity", " Identity "])
def test_what_is_not_packed_stays_as_it_is(encoding: str) -> None:
    assert taken(b"\x1f\x8b{}", 2, encoding) == b"\x1f\x8b{}"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "deflate", "x"])
def test_what_nobody_asked_for_is_not_unpacked(encoding: str) -> None:
    with pytest.raises(BodyBroken):
        Body(encoding, MOST)


@pytest.mark.parametrize(
    "content",
    # Packed with no time, which would give the case another name for each worker.
    [
        gzip.compress(b"abc" * 99, mtime=0)[:-1],
        b"{}",
        gzip.compress(b"{}", mtime=0) + b"rest",
        b"\x1f",
    ],
    ids=["cut", "not packed", "something after it", "one byte"],
)
def test_what_is_cut_or_no_gzip_is_broken(content: bytes) -> None:
    with pytest.raises(BodyBroken):
        taken(content, 7)


def test_an_answer_without_a_body_is_none() -> None:
    assert taken(b"", 1) == b""


@pytest.mark.parametrize("size", [1_000, 1 << 16])
def test_a_bomb_is_left_before_it_goes_off(size: int) -> None:
    bomb = gzip.compress(bytes(20 << 20))
    with pytest.raises(BodyTooLarge):
        taken(bomb, size, most=1 << 20)


def test_parts_that_hold_nothing_end_as_well() -> None:
    head, empty_block = gzip.compress(b"")[:10], b"\x00\x00\x00\xff\xff"
    with pytest.raises(BodyTooLarge):
        taken(head + empty_block * 9_999, 999, most=10_000)
    with pytest.raises(BodyTooLarge):
        taken(gzip.compress(b"") * 9_999, 999, most=10_000)
