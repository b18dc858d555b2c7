import subprocess

import pytest
from linux.bare_root import mirror_in, passed_on
from linux.outcomes import StepError, carried_out, expect, last_line, output_of, wait_until
from linux.screen import on_screen

SOURCES = """\
Types: deb
URIs: http://security.example.org/debian-security
deb https://mirror.example.org/debian bookworm main
deb https://other.example.org/debian/ bookworm main
"""


def test_the_archive_is_the_one_that_this_machine_uses() -> None:
    assert mirror_in(SOURCES) == ["https://mirror.example.org/debian"]
    assert mirror_in("URIs: http://deb.example.org/debian\n") == ["http://deb.example.org/debian"]
    assert mirror_in("deb https://example.org/ubuntu noble main\n") == []


def test_nothing_goes_in_but_the_way_to_the_network() -> None:
    environment = {"https_proxy": "http://proxy:3128", "SECRET": "x", "HOME": "/root"}
    inside = passed_on(environment)
    assert "https_proxy=http://proxy:3128" in inside
    assert not [one for one in inside if one.startswith(("SECRET", "HOME"))]


def test_steps_that_fail_are_counted_and_the_others_go_on(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails() -> str:
        expect(False, "it is not there")
        return ""

    steps = iter([("one", fails), ("two", lambda: "seen")])
    assert carried_out(steps) == 1
    assert capsys.readouterr().out.splitlines() == [
        "FAILED  one: it is not there",
        "ok      two: seen",
    ]


def test_a_command_that_fails_tells_its_last_words() -> None:
    done = subprocess.CompletedProcess(["apt"], 100, "getting\n", "E: no network\n")
    with pytest.raises(StepError, match=r"`apt install` ended with 100:\ngetting\nE: no network"):
        output_of(done, ("apt", "install"))
    assert output_of(subprocess.CompletedProcess([], 0, "well", ""), ()) == "well"


def test_the_last_line_is_one_that_says_something() -> None:
    assert last_line("one\nall well\n\n") == "all well"
    assert last_line("") == ""


def test_what_is_waited_for_is_looked_at_again() -> None:
    answers = iter([False, True])
    wait_until(lambda: next(answers), "it never came")
    assert next(answers, None) is None


def test_what_is_shown_is_shown_on_the_screen() -> None:
    assert on_screen("xterm")[0] == "env"
    assert on_screen("xterm")[-1] == "xterm"
