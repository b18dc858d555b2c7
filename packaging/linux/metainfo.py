"""What a software centre shows of the application (AppStream)."""

from xml.sax.saxutils import escape

import product
from changes import Release


def metainfo(history: tuple[Release, ...]) -> str:
    """Return the text of the file ``APPLICATION_ID.metainfo.xml``."""
    paragraphs = "".join(f"    <p>{escape(text)}</p>\n" for text in product.PARAGRAPHS)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>{product.APPLICATION_ID}</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>{product.NAME}</name>
  <summary>{product.SUMMARY}</summary>
  <developer_name>{product.MAKERS}</developer_name>
  <description>
{paragraphs}  </description>
  <launchable type="desktop-id">{product.APPLICATION_ID}.desktop</launchable>
  <provides>
    <binary>{product.COMMAND}</binary>
    <mediatype>{product.MIME_TYPE}</mediatype>
    <mediatype>{product.LIBRARY_MIME_TYPE}</mediatype>
  </provides>
  <categories>
    <category>Science</category>
    <category>MedicalSoftware</category>
  </categories>
  <requires>
    <display_length compare="ge">768</display_length>
  </requires>
  <recommends>
    <control>keyboard</control>
    <control>pointing</control>
  </recommends>
  <content_rating type="oars-1.1"/>
  <releases>
{"".join(map(_release, history))}  </releases>
</component>
"""


def _release(release: Release) -> str:
    items = "".join(f"          <li>{escape(change)}</li>\n" for change in release.changes)
    return f"""    <release version="{release.version}" date="{release.day}">
      <description>
        <ul>
{items}        </ul>
      </description>
    </release>
"""
