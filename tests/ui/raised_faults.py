"""Errors that quote a record, to see that nothing of it gets out."""

CANARY = "Kerstin Andersson, melanoma, NCT09999999"


def raised(error: Exception, depth: int = 0) -> Exception:
    """Return an error as it is caught, below so many calls that hold a record's words."""
    try:
        _fall(error, depth, CANARY)
    except type(error) as caught:
        return caught
    raise AssertionError("nothing was raised")


def _fall(error: Exception, depth: int, words: str) -> None:
    if depth:
        _fall(error, depth - 1, words)
    raise error
