"""The manual page: ``man trialviewer``."""

from datetime import date

import product


def manual(version: str, day: date) -> str:
    """Return the page in troff."""
    return f""".TH {product.COMMAND.upper()} 1 {day} "{product.NAME} {version}" "User Commands"
.SH NAME
{product.COMMAND} \\- {product.SUMMARY[0].lower()}{product.SUMMARY[1:]}
.SH SYNOPSIS
.B {product.COMMAND}
[\\fB\\-\\-library\\fR \\fIDIR\\fR] [\\fIFILE\\fR or \\fIID\\fR ...]
.br
.B {product.COMMAND}
\\fICOMMAND\\fR [\\fIARGUMENTS\\fR]
.SH DESCRIPTION
Without a command, the window opens, with the studies that the files hold or that the NCT numbers
name. The commands need no display.
{"".join(_command(name, words) for name, words in COMMANDS.items())}.SH OPTIONS
.TP
\\fB\\-\\-library\\fR \\fIDIR\\fR
Use the library in this folder.
.TP
\\fB\\-\\-language\\fR \\fILANG\\fR
After a command: say all in this language, on paper as well: en, es, fr, de or zh_CN.
.TP
.B \\-\\-self\\-test
Open the sample, show every tab, write every sheet, import and search, in a folder that is removed
again; print a line for each check.
.TP
.B \\-\\-version
Print the version.
.TP
.B \\-\\-help
Print all options; after a command, those of the command.
.SH EXIT STATUS
0 all went well, 1 something was not understood (the rest is done), 2 wrong usage.
.SH ENVIRONMENT
.TP
.B TRIALVIEWER_HOME
The folder below which library, settings and logs are kept, in place of those of the person.
.TP
.B TRIALVIEWER_REGISTRY
The base address of the registry that is asked, such as that of a mirror, in place of
https://clinicaltrials.gov/api/v2. Nothing is asked unless a command or the person asks it.
.TP
.B HTTPS_PROXY
The proxy through which it is asked.
.TP
.BR LANGUAGE ", " LANG
The language, the way to write dates, and the paper.
.SH FILES
.TP
.I ~/.local/share/TrialProtocolViewer/library
The library. It stays when the package is removed.
.TP
.I ~/.config/TrialProtocolViewer
The settings.
"""


def _command(name: str, words: str) -> str:
    return f".TP\n.B {name}\n{words}\n"


COMMANDS = {
    "import": "Keep the records of files, folders and archives.",
    "search": "Find studies in the library.",
    "show": "Print what the tabs show.",
    "brief": "Write the one\\-page brief as PDF.",
    "sheet": "Write the screening sheet as PDF.",
    "handout": "Write the large\\-print handout as PDF.",
    "full": "Write the full record as PDF.",
    "compare": "Write two to six studies side by side as PDF.",
    "picture": "Write the pictures of the tabs.",
    "export": "Write records as HTML, Markdown, text, CSV or citations.",
    "export\\-library": "Write the library, or some studies, into one file.",
    "backup": "Copy the library and what belongs to you, and check the copies.",
    "restore": "Put a backup back; what was there before is kept.",
    "check": "Check the library, every document and the index.",
    "rebuild": "Make lists and index again from the documents.",
}
