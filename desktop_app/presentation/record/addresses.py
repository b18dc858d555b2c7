"""Addresses that are made from identifiers of the record."""

import re

_NCT_ID = re.compile(r"NCT[0-9]{1,12}\Z", re.ASCII)
_PMID = re.compile(r"[0-9]{1,9}\Z", re.ASCII)


def registry_address(nct_id: str) -> str:
    """Return where the registry shows a record; empty where it is none of its numbers."""
    return f"https://clinicaltrials.gov/study/{nct_id}" if _NCT_ID.match(nct_id) else ""


def pubmed_address(pmid: str) -> str:
    """Return where PubMed shows a publication; empty where the ID is not one of PubMed's."""
    number = pmid.strip()
    return f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if _PMID.match(number) else ""
