import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.presentation.brief.sentences import joined, passage, sentences
from desktop_app.study.markup import MarkupText


@pytest.mark.parametrize(
    "text",
    [
        "Patients with conditions, e.g. Turner syndrome, are treated.",
        "Patients with conditions (i.e. The Turner syndrome) are treated.",
        "Aspirin vs. Placebo in adults.",
        "A dose of 0.5 mg and of 1.25 mg is given.",
        "Dr. Smith and Prof. Jones see J. A. Miller at St. Mary.",
        "The U.S. Food and Drug Administration agreed.",
        "Approved in the U.K. National list.",
        "See Fig. 3 and No. 5 of the list.",
        "1. First of all comes consent.",
        "(2. Second comes treatment)",
        "Bacteria such as E. Coli and S. Aureus are counted.",
        "made by Acme Inc. Limited of the north",
        "the value rose. then it fell",
        "Platelets approx. 100 are needed.",
    ],
)
def test_what_ends_no_sentence_does_not_split(text: str) -> None:
    assert sentences(text) == (text,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One is here. Two is there.", ("One is here.", "Two is there.")),
        ("Is it? Yes! It is.", ("Is it?", "Yes!", "It is.")),
        ('He said "no." Then he left.', ('He said "no."', "Then he left.")),
        ("It ends (here.) Next one.", ("It ends (here.)", "Next one.")),
        ("Dose 5 mg. 20 people take part.", ("Dose 5 mg.", "20 people take part.")),
        ("最初の文。次の文。", ("最初の文。", "次の文。")),
        ("A dose of 0.5. Then more.", ("A dose of 0.5.", "Then more.")),
        ("", ()),
        (" \n ", ()),
    ],
)
def test_sentences_are_split_at_their_ends(text: str, expected: tuple[str, ...]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet="aA bB.!?\"')( 0159。eg\n", max_size=80))
def test_no_character_but_white_space_is_lost_or_moved(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_any_text_comes_back_whole(text: str) -> None:
    assert "".join(joined(sentences(text)).split()) == "".join(text.split())


def test_no_space_comes_between_ideographic_sentences() -> None:
    assert joined(("最初の文。", "次の文。")) == "最初の文。次の文。"
    assert joined(("One.", "Two.")) == "One. Two."


def test_lists_become_paragraphs_with_their_marks() -> None:
    text = MarkupText("Aims:\n\n* safety. And more.\n* 9\\*10\\^7 cells\n\n1. first")
    assert passage(text).paragraphs == (
        ("Aims:",),
        ("• safety.", "And more."),
        ("• 9*10^7 cells",),
        ("1. first",),
    )


def test_a_passage_is_cut_at_whole_sentences_and_counts_what_is_left_out() -> None:
    whole = passage(MarkupText("One a. Two b.\n\nThree c. Four d."))
    assert whole.sentence_count == 4
    cut = whole.first(3)
    assert cut.paragraphs == (("One a.", "Two b."), ("Three c.",))
    assert cut.left_out == 1
    assert cut.first(0).left_out == 4
    assert whole.first(9) is whole


def test_a_cut_passage_does_not_end_with_an_announcement() -> None:
    whole = passage(MarkupText("It is so. The aims are:\n\n* safety\n* speed"))
    assert whole.first(2).paragraphs == (("It is so.",),)
    assert whole.first(2).left_out == 3
    assert whole.first(3).sentence_count == 3
