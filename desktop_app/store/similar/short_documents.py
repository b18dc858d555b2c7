"""Documents without what says nothing by which studies could be alike: it is most of large ones.

What is left is read like the whole, only sooner. A document that is not written as the registry
writes is left as it is, as far as that can be told.
"""

import re

from desktop_app.readers.reading import SourceFormat

_LARGE = 4_096
_LEFT_OUT = tuple(
    (re.compile(rb'"%b"\s*:' % first), re.compile(rb'"%b"\s*:' % after))
    for first, after in (
        (b"statusModule", b"sponsorCollaboratorsModule"),
        (b"descriptionModule", b"conditionsModule"),
        (b"outcomesModule", b"eligibilityModule"),
        (b"eligibilityCriteria", b"sex"),
        (b"resultsSection", b"derivedSection"),
    )
)
"""Names of parts that hold no names of studies, with those that the registry writes after them."""
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
    """Return a large document without long parts that hold no names.

    No text of a record holds a quotation mark as it stands here, so these are names of parts. What
    is left of a document that is written in another order is most likely none, and not read.
    """
    if len(content) < _LARGE:
        return content
    kept, last = [], 0
    for first, after in _LEFT_OUT:
        start = first.search(content, last)
        end = after.search(content, start.end()) if start is not None else None
        if start is not None and end is not None:
            kept.append(content[last : start.start()])
            last = end.start()
    return b"".join((*kept, content[last:])) if kept else content


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
