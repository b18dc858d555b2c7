"""Numbers that other registries give to trials, as people write them in sentences and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

DASHES = {
    ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
} | {ord(unseen): "" for unseen in "\u00ad\u200b\u2060\ufeff"}
"""How dashes are read that are not the keyboard's, and signs that nobody sees."""
GAP = r"[\s./_-]{0,3}"


@dataclass(frozen=True, slots=True)
class Registry:
    """A registry of trials by its own name; ``address`` leads people to it, empty for none."""

    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class TrialNumber:
    """A number as it stands in a text, from ``start`` on; ``registry`` is None for a DOI, say."""

    text: str
    start: int
    registry: Registry | None


_EU_REGISTER = Registry("EU Clinical Trials Register", "www.clinicaltrialsregister.eu")
_CTIS = Registry("EU Clinical Trials Information System (CTIS)", "euclinicaltrials.eu")
_WHO = Registry("WHO ICTRP", "trialsearch.who.int")
_REBEC = Registry("ReBEC (Brazil)", "ensaiosclinicos.gov.br")
_JAPAN = Registry("jRCT (Japan)", "jrct.mhlw.go.jp")
# EudraCT and CTIS, as 2019-001234-10 and 2023-501234-10-00.
# That nothing stands before the year is looked at behind its first digits, which are found quickly.
_EU_FORM = rf"(?:19|20)(?<![^\W_]\d\d)\d\d{GAP}\d{{6}}{GAP}\d\d(?:{GAP}\d\d)?"
_LOOSE = rf"{GAP}[\w/-]{{3,24}}"
_EU_DIGITS = rf"(?:19|20)\d\d{GAP}\d{{6}}{GAP}\d\d"
_FORMS: tuple[tuple[str, str, Registry | None], ...] = (
    # As the WHO writes them: EUCTR2004-000446-20-GB, CTIS2023-501234-10-00.
    ("euctr", rf"EUCTR{_EU_DIGITS}(?:{GAP}[A-Z]{{2,3}})?", _EU_REGISTER),
    ("ctis", rf"CTIS{_EU_DIGITS}(?:{GAP}\d\d)?", _CTIS),
    ("isrctn", rf"ISRCTN{GAP}\d{{8}}", Registry("ISRCTN registry", "www.isrctn.com")),
    ("u1111", rf"U1111{GAP}\d{{4}}{GAP}\d{{4}}", _WHO),
    (
        "actrn",
        rf"ACTRN{GAP}\d{{14}}p?",
        Registry("ANZCTR (Australia, New Zealand)", "www.anzctr.org.au"),
    ),
    ("drks", rf"DRKS{GAP}\d{{8}}", Registry("DRKS (Germany)", "drks.de")),
    (
        "chictr",
        rf"ChiCTR(?:{GAP}[A-Z]{{2,6}})?{GAP}\d{{7,12}}",
        Registry("ChiCTR (China)", "www.chictr.org.cn"),
    ),
    (
        "jrct japiccti jma-iia",
        rf"(?:JPRN{GAP})?(?:jRCTs?|JapicCTI|JMA-IIA){GAP}\d{{5,12}}",
        _JAPAN,
    ),
    (
        "umin",
        rf"(?:JPRN{GAP})?UMIN{GAP}\d{{5,12}}",
        Registry("UMIN-CTR (Japan)", "www.umin.ac.jp/ctr"),
    ),
    (
        "ctri",
        rf"CTRI{GAP}\d{{4}}{GAP}\d\d{GAP}\d{{5,6}}",
        Registry("CTRI (India)", "ctri.nic.in"),
    ),
    (
        "irct",
        rf"IRCT{GAP}\d{{8,16}}(?:N\d{{1,3}})?",
        Registry("IRCT (Iran)", "irct.behdasht.gov.ir"),
    ),
    ("pactr", rf"PACTR{_LOOSE}", Registry("PACTR (Africa)", "pactr.samrc.ac.za")),
    ("tctr", rf"TCTR{_LOOSE}", Registry("TCTR (Thailand)", "www.thaiclinicaltrials.org")),
    ("kct", rf"KCT{_LOOSE}", Registry("CRIS (South Korea)", "cris.nih.go.kr")),
    ("ntr nl", rf"(?:NTR|NL){_LOOSE}", Registry("Dutch trial register", "onderzoekmetmensen.nl")),
    ("rbr rebec", rf"(?:RBR|ReBec){_LOOSE}", _REBEC),
    ("lbctr", rf"LBCTR{_LOOSE}", Registry("LBCTR (Lebanon)", "lbctr.moph.gov.lb")),
    ("slctr", rf"SLCTR{_LOOSE}", Registry("SLCTR (Sri Lanka)", "slctr.lk")),
    ("hkuctr", rf"HKUCTR{_LOOSE}", Registry("HKUCTR (Hong Kong)", "www.hkuctr.com")),
    ("rpcec", rf"RPCEC{GAP}\d{{8}}", Registry("RPCEC (Cuba)", "rpcec.sld.cu")),
    ("per-", r"PER-\d{3}-\d\d", Registry("REPEC (Peru)", "ensayosclinicos-repec.ins.gob.pe")),
    ("doi", rf"DOI{_LOOSE}", None),
)
"""Each with words, of which there is one in every number of its form."""
_COMPILED = tuple(
    (signs.split(), re.compile(rf"(?<![^\W_]){form}(?![^\W_])", re.IGNORECASE), registry)
    for signs, form, registry in _FORMS
)
_OF_EU = re.compile(rf"{_EU_FORM}(?![^\W_])")
# Both the letter without a dot and the capital one with a dot count as i in patterns.
_I = {ord("\N{LATIN SMALL LETTER DOTLESS I}"): "i", ord("\N{COMBINING DOT ABOVE}"): ""}
_PAGE = re.compile(r"[a-z][a-z0-9+.-]+://|(?:[\w-]+\.)*clinicaltrials\.gov/", re.IGNORECASE)
_NCT = re.compile(r"NCT[\s#:._-]{0,3}\d+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]+")
_PARTS_OF_CTIS = re.compile(r"\d{4}\D{0,3}5\d{5}|(?:\D*\d){14}\D*\Z")


def trial_numbers(text: str) -> Iterator[TrialNumber]:
    """Yield what looks like a number of a trial in some registry, one form after the other.

    ``text`` has its dashes as `DASHES` read them.
    """
    for match in _OF_EU.finditer(text):
        yield TrialNumber(match[0], match.start(), _of_eu(match[0]))
    folded = _folded(text)
    for signs, pattern, registry in _COMPILED:
        # The pattern takes long, and most texts hold numbers of few registries.
        if any(sign in folded for sign in signs):
            for match in pattern.finditer(text):
                yield TrialNumber(match[0], match.start(), registry)


def is_no_file(text: str) -> bool:
    """Tell whether a word is the address of a page or made of numbers, and so names no file."""
    words = text.translate(DASHES).strip()
    if _PAGE.match(words) or any(one.text == words for one in trial_numbers(words)):
        return True
    parts = [part for part in _BETWEEN.split(words) if part]
    return bool(_NCT.fullmatch(words)) or (bool(parts) and all(map(_NCT.fullmatch, parts)))


def _of_eu(text: str) -> Registry:
    """Tell the two registries of the EU apart: the newer one counts from 500000 a year."""
    return _CTIS if _PARTS_OF_CTIS.match(text) else _EU_REGISTER


def _folded(text: str) -> str:
    """Return a text in small letters, in which there is every letter that a pattern takes."""
    if text.isascii():
        return text.lower()
    return text.casefold().translate(_I)
