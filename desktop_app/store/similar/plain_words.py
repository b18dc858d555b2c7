"""Names reduced to what makes them comparable: no case, accents, endings, order or fillers."""

import re
import unicodedata
from collections.abc import Callable

_MOST_REMEMBERED = 65_536
_ANY_WORDS = re.compile(r"[^\W_]+")
_OFFICES = re.compile(
    r"\b(call|cent(er|re)|clinical|contact|department|director|info(rmation)?|management|manager"
    r"|medical|monitor|office|study|team|transparency|trials?)\b",
    re.IGNORECASE,
)
_APART = {code: " " for code in range(128) if not chr(code).isalnum()}

_FILLERS = """
    a an and are as at be between by during for from in into is it its of on or other per
    than that the their this to under versus via vs was were when which who whose will with
    without
    """
_COMMON = """
    1 2 3 4 ability administered administration adult after among analysis applied arm
    assess assessed assessing assessment associated association based baseline before blind
    blinded candidate care case center centre certain change characteristic clinic clinical
    cohort combination combined comparative compare compared comparing comparison concept
    condition control controlled course cross daily data day demonstrate designed determine
    determining disease disorder dose double early effect effective effectiveness efficacy
    efficiency establish evaluate evaluated evaluating evaluation evidence examine expanded
    experience exploratory explore extended extension factor feasibility female first follow
    followed following given group have having healthy high hospital human i identify ii iii
    impact improve improved improving individual influence initial international
    intervention investigate investigating investigation investigational iv label large
    level long low male management masked measure measurement men method mg moderate
    monitoring month more multi multicenter multicentre multicentric multiple national
    natural new non not novel observation observational one only open option outcome
    outpatient parallel part participant patient people performance period person phase
    pilot placebo plus population possible post potential pre procedure program programme
    proof prospective protocol provided quality random randomised randomized randomly rate
    receive received receiving reduce reduction registry related research response result
    retrospective risk role safe safety see sequence service severe short single site small
    specific stage standard strategy study studying subject system technique term test
    testing therapeutic therapy three time tolerability tolerated treat treated treating
    treatment trial two type undergoing up use used usefulness using usual validation value
    various versu via volunteer week well whether women year young
    """
FILLERS = frozenset(_FILLERS.split())
"""Words that say nothing of what is named."""
COMMON = FILLERS | frozenset(_COMMON.split())
"""Words of titles that so many studies share, or that say so little, that they tell none apart."""

_GENERAL = """
    abnormality acid activity acute advanced agent aid allergy anemia anti antibody apnea
    app avoidance biomarker block blood body bone brain cancer capsule carcinoma cell
    chemotherapy children chronic collection complication consumption counseling deficiency
    device diet drug education exercise exposure failure fever food function gel gene
    general health heart hormone hypersensitivity imaging immune implant infant infection
    inflammation infusion injection injury insufficiency intensive laser lesion liver loss
    lung lymphoma malignancy malignant mass mental metabolic metastatic mobile muscle
    neoplasm nerve nutrition oil oral pain patch peptide pharmacokinetic physical plasma
    powder pregnancy pressure primary protein pump questionnaire radiation radiotherapy
    recurrent refractory relapsed sample secondary serum skin sleep solution spray stem
    stress supplement surgery surgical symptom syndrome tablet tissue topical training
    transplant transplantation tumor tumour unit vaccine virus vitamin water wound
    """
GENERAL = frozenset(_GENERAL.split())
"""Words that make no two names alike where they are all that both hold."""

EMPTY_NAMES = frozenset(
    frozenset(name.split())
    for name in (
        *("placebo", "placebo control", "placebo comparator", "placebo tablet", "placebo capsule"),
        *("placebo pill", "placebo oral tablet", "matching placebo", "sham", "sham comparator"),
        *("control", "control group", "control arm", "active control", "active comparator"),
        *("no treatment", "no intervention", "none", "nothing", "not applicable", "n a", "na"),
        *("standard care", "standard of care", "usual care", "routine care", "soc", "saline"),
        *("normal saline", "saline solution", "care as usual", "treatment as usual"),
        *("questionnaire", "questionnaire administration", "survey", "interview", "observation"),
        *("observational", "observational study", "data collection", "blood sample", "biopsy"),
        *("quality life", "quality of life", "quality life assessment", "assessment", "follow up"),
        *(
            "blood sampling",
            "blood specimen collection",
            "blood collection",
            "specimen collection",
            "blood test",
        ),
        *("laboratory biomarker analysis", "pharmacological study", "pharmacokinetic"),
        *("quality of life assessment", "blood draw", "experimental", "experimental group"),
        *("intervention", "intervention group", "treatment", "treatment group", "drug", "device"),
        *("therapy", "procedure", "group a", "group b", "group 1", "group 2", "arm a", "arm b"),
        *("healthy", "healthy volunteer", "healthy subject", "healthy participant", "volunteer"),
        *("healthy control", "healthy people", "healthy adult", "adult", "child", "children"),
        *("safety", "efficacy", "effectiveness", "tolerability", "safety and efficacy"),
        *("efficacy and safety", "feasibility", "pilot study", "randomized controlled trial"),
        *("clinical trial", "randomized", "prospective", "prospective study", "randomised"),
        *("outcome", "treatment outcome", "phase 1", "phase 2", "phase 3", "phase i", "phase ii"),
        *("bioequivalence", "pharmacodynamic", "disease", "syndrome", "other", "unspecified"),
        *("human", "patient", "female", "male", "women", "men", "research", "comparison"),
        *("dose", "first in human", "open label", "double blind", "placebo controlled", "cohort"),
        *("registry", "retrospective", "multicenter", "multicenter study", "management", "care"),
    )
)
"""Names of conditions, keywords and interventions that make no two studies alike."""


class Remembered(dict[str, str]):
    """What is made of each name that was asked for, remembered up to a number of names.

    The same names come again and again, in an import and among studies that are alike.
    """

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, name: str) -> str:
        """Make it; raises AttributeError where the name is no text."""
        made = self._make(name)
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[name] = made
        return made


def raw_words(text: str) -> list[str]:
    """Return the words of a text in their order, in lower case and without accents."""
    text = text.lower()
    if text.isascii():
        return text.translate(_APART).split()
    decomposed = unicodedata.normalize("NFKD", text)
    return _ANY_WORDS.findall("".join(c for c in decomposed if not unicodedata.combining(c)))


def plain_word(word: str) -> str:
    """Return the singular of a raw word, as far as its end tells; empty for an NCT number.

    That one record names another is told apart from likeness.
    """
    if word.startswith("nct") and word[3:].isdecimal():
        return ""
    is_plural = word.endswith("s") and len(word) > 3 and word[-2] not in "suio"
    return word[:-1] if is_plural else word


def plain_name(text: str) -> str:
    """Return what two ways to write a name have in common; empty where it says nothing.

    ``Cancer of the Breast`` and ``breast cancers`` are one.
    """
    words = frozenset(map(plain_word, raw_words(text)))
    if words in EMPTY_NAMES:
        return ""
    return " ".join(sorted(words - FILLERS))


def official_name(name: str) -> str:
    """Return a person's name without the degrees behind it; empty for the name of an office."""
    person = name.partition(",")[0]
    return "" if _OFFICES.search(person) else person


PLAIN_NAME = Remembered(plain_name)
"""What two ways to write a name have in common, for names that come often."""
