import pytest

from desktop_app.store.queries.completing import completions

KNOWN = {"country": ["France", "South Korea"], "tag": ["to do"], "collection": [], "own": []}


def offered(text: str) -> list[str]:
    found = completions(text, len(text), KNOWN)
    return [text[: one.start] + one.text + text[one.start + one.length :] for one in found]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("sta", "status:"),
        ("asthma -sta", "asthma -status:"),
        ("asthma disea", "asthma condition:"),
        ("status:susp", "status:suspended"),
        ("status:not", "status:not-yet-recruiting"),
        ("status:recruiting,susp", "status:recruiting,suspended"),
        ("phase:ear", "phase:early-phase1"),
        ("phase:", "phase:2"),
        ("-sex:fem", "-sex:female"),
        ("country:fr", "country:France"),
        ("country:kor", 'country:"South Korea"'),
        ('country:"south k', 'country:"South Korea"'),
        ('country:"South Korea",fr', 'country:"South Korea",France'),
        ("has:no", "has:note"),
        ("is:un", "is:unread"),
        ("tag:", 'tag:"to do"'),
        ("age:ch", "age:child"),
        ("start:", "start:>2024-01"),
    ],
)
def test_what_is_being_typed_can_be_completed(text: str, whole: str) -> None:
    assert whole in offered(text)


@pytest.mark.parametrize("text", ["", "asthma ", "x:y", "12", '"sta', "status:xyz", "a.sta"])
def test_where_nothing_fits_nothing_is_offered(text: str) -> None:
    assert offered(text) == []


def test_each_completion_says_what_it_means() -> None:
    found = {one.text: one.label for one in completions("", 0, KNOWN)}
    assert found == {}
    assert {one.label for one in completions("status:", 7, KNOWN)} >= {"Recruiting", "Suspended"}
    assert all(one.label for one in completions("s", 1, KNOWN))
