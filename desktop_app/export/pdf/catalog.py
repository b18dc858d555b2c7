"""What a file says of itself: its properties, that it is tagged, and the files attached to it."""

import hashlib
from collections.abc import Sequence
from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
    PDFZCompress,
)
from reportlab.pdfgen.canvas import Canvas

from desktop_app import APPLICATION, __version__
from desktop_app.export.pdf.pages import About, Attachment
from desktop_app.export.pdf.strings import one_line

_APPLICATION = f"{APPLICATION} {__version__}"
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:creator><rdf:Seq><rdf:li>{application}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{application}</xmp:CreatorTool>
<xmp:CreateDate>{day}T00:00:00Z</xmp:CreateDate>
<xmp:ModifyDate>{day}T00:00:00Z</xmp:ModifyDate>
<pdf:Producer>{application}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def describe(canvas: Canvas, about: About) -> None:
    """Write the properties, twice: in the old dictionary and as XMP."""
    document: Any = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    title, subject = one_line(about.title), one_line(about.subject)
    canvas.setTitle(title)
    canvas.setAuthor(_APPLICATION)
    canvas.setCreator(_APPLICATION)
    canvas.setProducer(_APPLICATION)
    canvas.setSubject(subject)
    day = about.day
    document._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    packet = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        _packet(about, title, subject),
    )
    document.Catalog.Metadata = packet
    document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    document.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})


def _packet(about: About, title: str, subject: str) -> bytes:
    return _XMP.format(
        title=escape(title),
        subject=escape(subject),
        application=_APPLICATION,
        day=about.day.isoformat(),
        language=about.language,
    ).encode()


def attach(canvas: Canvas, attachments: Sequence[Attachment]) -> None:
    """Put files into the file, each as the source of the document."""
    if not attachments:
        return
    document: Any = canvas._doc  # type: ignore[attr-defined]  # not in the stubs
    catalog = document.Catalog
    named: list[object] = []
    files = []
    for attachment in sorted(attachments, key=lambda one: one.name):
        file = document.Reference(_file(document, attachment))
        named += [PDFString(attachment.name), file]
        files.append(file)
    names = PDFDictionary({"Names": PDFArray(named)})
    catalog.Names = PDFDictionary({"EmbeddedFiles": names})
    # An entry of ISO 32000-2, which the library does not know.
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = PDFArray(files)


def _file(document: Any, attachment: Attachment) -> PDFDictionary:
    sum_of_content = hashlib.md5(attachment.content, usedforsecurity=False).hexdigest().upper()
    parameters = {"Size": len(attachment.content), "CheckSum": f"<{sum_of_content}>"}
    kind = {
        "Type": PDFName("EmbeddedFile"),
        # The library's names leave the stroke as it is, which would begin a second name.
        "Subtype": "/" + attachment.media_type.replace("/", "#2F"),
        "Params": PDFDictionary(parameters),
    }
    stream = PDFStream(PDFDictionary(kind), attachment.content, [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(attachment.name),
            "UF": PDFString(attachment.name),
            "Desc": PDFString(attachment.description),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": document.Reference(stream)}),
        }
    )
