"""Documents without what says nothing by which studies could be alike: it is most of large ones.

What is left is read like the whole, only sooner. A document that is not written as the registry
writes is left as it is, as far as that can be told.
"""

import re

from desktop_app.readers.reading import SourceFormat

_LARGE = 32_768
_RESULTS = re.compile(rb',\s*"resultsSection"\s*:')
_AFTER_RESULTS = b'"derivedSection"'
_BEFORE_NAME = re.compile(rb",\s*\Z")
_BLANKS = 64
"""Bytes that may stand between a comma and the name behind it, more than any layout has."""
_TEXT_AS_IT_IS = b"<![CDATA["
"""Begins text of XML that may look like elements."""
_ELEMENTS = (
    *(b"clinical_results", b"location", b"location_countries", b"removed_countries"),
    *(b"brief_summary", b"detailed_description", b"criteria", b"primary_outcome"),
    *(b"secondary_outcome", b"other_outcome", b"reference", b"results_reference", b"link"),
    *(b"description", b"arm_group", b"study_design_info", b"responsible_party"),
    *(b"patient_data", b"provided_document_section", b"required_header", b"oversight_info"),
)
"""Elements of the registry's XML that hold no names of studies; all but the first are short."""


def shortened(content: bytes, source_format: SourceFormat) -> bytes:
    """Return a document without parts that say nothing of what its study is about."""
    if source_format is SourceFormat.CTGOV_XML:
        return _shortened_xml(content)
    return _shortened_json(content) if source_format is SourceFormat.CTGOV_JSON else content


def _shortened_json(content: bytes) -> bytes:
    """Return a large document without the part that holds results.

    No text of a record holds a quotation mark as it stands here, so these are names of parts.
    """
    start = _RESULTS.search(content) if len(content) >= _LARGE else None
    name = content.rfind(_AFTER_RESULTS)
    if start is None or name < start.end():
        return content
    comma = _BEFORE_NAME.search(content, max(start.end(), name - _BLANKS), name)
    return content if comma is None else content[: start.start()] + content[comma.start() :]


def _shortened_xml(content: bytes) -> bytes:
    if _TEXT_AS_IT_IS in content:
        return content
    for element in _ELEMENTS:
        content = _without(content, b"<%b>" % element, b"</%b>" % element)
    return content


def _without(content: bytes, begin: bytes, end: bytes) -> bytes:
    kept, last = [], 0
    while (start := content.find(begin, last)) >= 0:
        after = content.find(end, start)
        if after < 0:
            break
        kept.append(content[last:start])
        last = after + len(end)
    return b"".join((*kept, content[last:])) if kept else content
