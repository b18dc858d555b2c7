"""Why something cannot be read."""


def reason_of(error: OSError) -> str:
    """Return what the system says about a failure, in its own words."""
    return (error.strerror or str(error)).rstrip(".")
