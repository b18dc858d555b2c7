"""Tells in which language a text is, so that it is read out in that one.

A file in Spanish holds the record's own words, which are English: who has it read out hears them
in the voice of the file's language, unless they are marked. What tells the two apart are the
small words, which every sentence has, and in Chinese the script.
"""

import re
from functools import cache

from desktop_app.languages import ENGLISH, spoken_language

_SMALL_WORDS = {
    ENGLISH: """
        a about above after all an and any are as at be been before below between both by
        can cannot change day days did disease does due during each either for from group
        had has have he her him his how if in into is it its least less may month months
        more most must new no not number of on or other participants prior rate receive
        received she should study subjects such than that the their them then there these
        they this those time to treatment under until up use used using was week weeks were
        when where which who will with within without year years
    """,
    "es": """
        a al ante como con cuando de del desde durante el en entre es esta este estudio han hasta
        la las lo los más menos ni no o para participantes pero por que se sea según ser si sin
        sobre son su sus también un una y ya
    """,
    "fr": """
        a à au aux avec ce cette ces comme dans de depuis des doit du elle en entre est et étude
        il la le les leur mais ne ni non on ont ou par participants pas pendant peut plus pour
        qu que qui sa sans se ses si son sont sous sur un une
    """,
    "de": """
        ab als am an auch auf aus bei bis das dass dem den der des die durch ein eine einem einen
        einer es für hat im in ist kann keine mit nach nicht noch nur ob oder ohne seit sein sich
        sie sind studie über um und unter vom von vor war was werden will wird wurde zu zum zur
    """,
}
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile("[\u3400-\u9fff]")
_LATIN = re.compile("[a-z]{4}")


def language_of(text: str) -> str:
    """Return ``en`` for an English text in a file of another language; else it is empty."""
    spoken = spoken_language()
    if spoken == ENGLISH:
        return ""
    if spoken == "zh_CN":
        return ENGLISH if _LATIN.search(text) and not _HAN.search(text) else ""
    words = _WORD.findall(text.lower())
    return ENGLISH if _small(words, ENGLISH) > _small(words, spoken) else ""


def _small(words: list[str], language: str) -> int:
    """Return how many words are small words of a language."""
    return sum(word in _small_words(language) for word in words)


@cache
def _small_words(language: str) -> frozenset[str]:
    return frozenset(_SMALL_WORDS.get(language, "").split())
