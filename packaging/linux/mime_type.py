"""The application's own file types, for the shared MIME database."""

from xml.sax.saxutils import escape

import product

# What a registry's record begins with, as the registry's API and as the application write it.
MAGIC = '"protocolSection"'
MAGIC_WITHIN = "0:256"

LIBRARY_MAGIC = "TPVX"
LIBRARY_NAMES = {
    "de": "Bibliothek klinischer Studien",
    "es": "Biblioteca de ensayos clínicos",
    "fr": "Bibliothèque d’essais cliniques",
    "zh_CN": "临床试验文库",
}

NAMES = {
    "de": "Registereintrag einer klinischen Studie",
    "es": "Registro de ensayo clínico",
    "fr": "Fiche d’essai clinique",
    "zh_CN": "临床试验记录",
}


def mime_package() -> str:
    """Return the text of the file in ``mime/packages``.

    The content alone decides nothing: a record that is called ``.json`` stays a JSON file. The
    pattern in the name outweighs it; the content is for files without a known suffix.
    """
    named = "".join(
        f'    <comment xml:lang="{code}">{escape(words)}</comment>\n'
        for code, words in NAMES.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{product.MIME_TYPE}">
    <comment>{escape(product.DOCUMENT)}</comment>
{named}    <sub-class-of type="application/json"/>
    <icon name="{icon_name()}"/>
    <generic-icon name="x-office-document"/>
    <magic priority="40">
      <match type="string" offset="{MAGIC_WITHIN}" value="{escape(MAGIC, {'"': "&quot;"})}"/>
    </magic>
    <glob pattern="*.{product.SUFFIX}"/>
  </mime-type>
{_library_type()}</mime-info>
"""


def _library_type() -> str:
    named = "".join(
        f'    <comment xml:lang="{code}">{escape(words)}</comment>\n'
        for code, words in LIBRARY_NAMES.items()
    )
    return f"""  <mime-type type="{product.LIBRARY_MIME_TYPE}">
    <comment>{escape(product.LIBRARY_DOCUMENT)}</comment>
{named}    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="{icon_name()}"/>
    <generic-icon name="x-office-document"/>
    <magic priority="60">
      <match type="string" offset="0" value="SQLite format 3">
        <match type="string" offset="68" value="{LIBRARY_MAGIC}"/>
      </match>
    </magic>
    <glob pattern="*.{product.LIBRARY_SUFFIX}"/>
  </mime-type>
"""


def icon_name() -> str:
    """Return the name of the icon of such files, as the icon theme has it."""
    return product.MIME_TYPE.replace("/", "-")
