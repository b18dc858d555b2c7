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
_EU_FORM = rf"(?:19|20)\d\d{GAP}\d{{6}}{GAP}\d\d(?:{GAP}\d\d)?"
_LOOSE = rf"{GAP}[\w/-]{{3,24}}"
_FORMS: tuple[tuple[str, Registry | None], ...] = (
    (_EU_FORM, _EU_REGISTER),
    (rf"ISRCTN{GAP}\d{{8}}", Registry("ISRCTN registry", "www.isrctn.com")),
    (rf"U1111{GAP}\d{{4}}{GAP}\d{{4}}", _WHO),
    (rf"ACTRN{GAP}\d{{14}}p?", Registry("ANZCTR (Australia, New Zealand)", "www.anzctr.org.au")),
    (rf"DRKS{GAP}\d{{8}}", Registry("DRKS (Germany)", "drks.de")),
    (
        rf"ChiCTR(?:{GAP}[A-Z]{{2,6}})?{GAP}\d{{7,12}}",
        Registry("ChiCTR (China)", "www.chictr.org.cn"),
    ),
    (rf"(?:JPRN{GAP})?(?:jRCTs?|JapicCTI|JMA-IIA){GAP}\d{{5,12}}", _JAPAN),
    (
        rf"(?:JPRN{GAP})?UMIN{GAP}\d{{5,12}}",
        Registry("UMIN-CTR (Japan)", "www.umin.ac.jp/ctr"),
    ),
    (
        rf"CTRI{GAP}\d{{4}}{GAP}\d\d{GAP}\d{{5,6}}",
        Registry("CTRI (India)", "ctri.nic.in"),
    ),
    (rf"IRCT{GAP}\d{{8,16}}(?:N\d{{1,3}})?", Registry("IRCT (Iran)", "irct.behdasht.gov.ir")),
    (rf"PACTR{_LOOSE}", Registry("PACTR (Africa)", "pactr.samrc.ac.za")),
    (rf"TCTR{_LOOSE}", Registry("TCTR (Thailand)", "www.thaiclinicaltrials.org")),
    (rf"KCT{_LOOSE}", Registry("CRIS (South Korea)", "cris.nih.go.kr")),
    (
        rf"(?:NTR|NL){_LOOSE}",
        Registry("Dutch trial register", "onderzoekmetmensen.nl"),
    ),
    (rf"(?:RBR|ReBec){_LOOSE}", _REBEC),
    (rf"LBCTR{_LOOSE}", Registry("LBCTR (Lebanon)", "lbctr.moph.gov.lb")),
    (rf"SLCTR{_LOOSE}", Registry("SLCTR (Sri Lanka)", "slctr.lk")),
    (rf"HKUCTR{_LOOSE}", Registry("HKUCTR (Hong Kong)", "www.hkuctr.com")),
    (rf"RPCEC{GAP}\d{{8}}", Registry("RPCEC (Cuba)", "rpcec.sld.cu")),
    (r"PER-\d{3}-\d\d", Registry("REPEC (Peru)", "ensayosclinicos-repec.ins.gob.pe")),
    (rf"DOI{_LOOSE}", None),
)
_COMPILED = tuple(
    (re.compile(rf"(?<![^\W_]){form}(?![^\W_])", re.IGNORECASE), registry)
    for form, registry in _FORMS
)
_PAGE = re.compile(r"[a-z][a-z0-9+.-]+://|(?:[\w-]+\.)*clinicaltrials\.gov/", re.IGNORECASE)
_NCT = re.compile(r"NCT[\s#:._-]{0,3}\d+", re.IGNORECASE)
_BETWEEN = re.compile(r"[\s,;]+")
_PARTS_OF_CTIS = re.compile(r"\d{4}\D{0,3}5\d{5}|(?:\D*\d){14}\D*\Z")


def trial_numbers(text: str) -> Iterator[TrialNumber]:
    """Yield what looks like a number of a trial in some registry, one form after the other.

    ``text`` has its dashes as `DASHES` read them.
    """
    for pattern, registry in _COMPILED:
        for match in pattern.finditer(text):
            yield TrialNumber(match[0], match.start(), _of_eu(match[0], registry))


def is_no_file(text: str) -> bool:
    """Tell whether a word is the address of a page or made of numbers, and so names no file."""
    words = text.translate(DASHES).strip()
    if _PAGE.match(words) or any(one.text == words for one in trial_numbers(words)):
        return True
    parts = [part for part in _BETWEEN.split(words) if part]
    return bool(_NCT.fullmatch(words)) or (bool(parts) and all(map(_NCT.fullmatch, parts)))


def _of_eu(text: str, registry: Registry | None) -> Registry | None:
    """Tell the two registries of the EU apart: the newer one counts from 500000 a year."""
    is_newer = registry is _EU_REGISTER and _PARTS_OF_CTIS.match(text)
    return _CTIS if is_newer else registry
