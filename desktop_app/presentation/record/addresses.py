"""Addresses that are made from identifiers of the record."""

import re

_PMID = re.compile(r"[0-9]{1,9}\Z", re.ASCII)


def pubmed_address(pmid: str) -> str:
    """Return where PubMed shows a publication; empty where the ID is not one of PubMed's."""
    number = pmid.strip()
    return f"https://pubmed.ncbi.nlm.nih.gov/{number}/" if _PMID.match(number) else ""
