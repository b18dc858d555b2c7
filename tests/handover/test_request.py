import json

import pytest

from desktop_app.handover.request import LARGEST_LINE, Answer, HandOverFormatError, Request

PATHS = ("/records/ä 1.trial", "/records/\udcff.json", "NCT03816852", "/a\nb.json")


def test_a_request_comes_through_as_it_was_made() -> None:
    for request in (Request(), Request(PATHS, "token-1_TIME42", "9.9")):
        line = request.encoded()
        assert line.count(b"\n") == 1
        assert Request.decoded(line) == request


def test_an_answer_comes_through_as_it_was_made() -> None:
    for answer in (Answer(True), Answer(False, "0.0.1")):
        assert Answer.decoded(answer.encoded()) == answer


def test_what_a_newer_version_says_besides_is_passed_over() -> None:
    line = json.dumps({"inputs": ["NCT00000101"], "pane": "sites", "version": "3.0"}).encode()
    assert Request.decoded(line + b"\n") == Request(("NCT00000101",), "", "3.0")


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\r\n",
        b"[]\n",
        b"{}\n",
        b'{"inputs": []}',
        b'{"inputs": "NCT00000101"}\n',
        b'{"inputs": [1]}\n',
        b'{"inputs": [""]}\n',
        b'{"inputs": ["a\\u0000b"]}\n',
        b'{"inputs": [], "activation": 1}\n',
        b'{"inputs": [], "activation": "a\\nb"}\n',
        b'{"inputs": [], "version": "' + b"9" * 41 + b'"}\n',
        b'{"inputs": []}\xff\n',
        b"[" * 100_000 + b"\n",
        json.dumps({"inputs": ["a"] * 20_001}).encode() + b"\n",
        b'{"inputs": [], "more": "' + b"a" * LARGEST_LINE + b'"}\n',
    ],
    ids=lambda line: repr(line[:30]),
)
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(HandOverFormatError):
        Request.decoded(line)


@pytest.mark.parametrize("line", [b"{}\n", b'{"is_taken": 1}\n', b'{"is_taken": true}'])
def test_what_is_no_answer_is_refused(line: bytes) -> None:
    with pytest.raises(HandOverFormatError):
        Answer.decoded(line)
