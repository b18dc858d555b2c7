"""What the program can be told to do, in a few lines: the end of its help."""

from desktop_app.languages import N_, _

_COLUMN = 40
_COMMANDS = (
    ("[FILE or ID ...]", N_("open the window, with these studies")),
    ("import PATH ... [--json]", N_("keep the records of files, folders and archives")),
    ("fetch ID ... [--json]", N_("fetch studies from ClinicalTrials.gov by their numbers")),
    (
        "fetch --condition WORDS ... | --all | --resume",
        N_("fetch all that a search finds, or the whole registry; what was stopped goes on"),
    ),
    ("downloads [--forget NUMBER]", N_("list the downloads that did not come to their end")),
    ("search QUERY", N_("find studies in the library")),
    (
        "search-registry [--condition WORDS] [--status NAME] ...",
        N_("list what ClinicalTrials.gov finds, and what of it the library holds"),
    ),
    ("similar ID ... [--limit N]", N_("find the studies that are like one, with the reasons")),
    ("show ID-or-FILE", N_("print what the tabs show")),
    (
        "brief ID-or-FILE ... [--packet] -o FILE-or-FOLDER",
        N_("write the one-page brief as PDF"),
    ),
    ("sheet ID-or-FILE ...", N_("write the screening sheet")),
    ("handout ID-or-FILE ...", N_("write the large-print handout")),
    ("full ID-or-FILE ... [--pane NAME]", N_("write the full record, or parts of it")),
    ("compare ID-or-FILE ...", N_("write two to six studies side by side")),
    (
        "changes ID-or-FILE [ID-or-FILE] [--from VERSION] [--to VERSION]",
        N_("tell what changed between two versions of a study, or between two records"),
    ),
    (
        "picture ID-or-FILE ... [--figure NAME] [--as svg] -o FOLDER",
        N_("write the pictures of the tabs"),
    ),
    (
        "export ID-or-FILE ... [--as FORM] [--pane NAME] -o FILE-or-FOLDER",
        N_("write records as HTML, Markdown, text, CSV or citations"),
    ),
    (
        "updates [ID ...] [--starred] [--all] [--tag NAME] [--last]",
        N_("ask the registry for newer versions of held studies"),
    ),
    ("export-library [ID ...] -o FILE", N_("write the library, or some studies, into one file")),
    ("backup [-o FOLDER]", N_("copy the library and what belongs to you, and check the copies")),
    ("restore BACKUP", N_("put a backup back; what was there before is kept")),
    ("check", N_("check the library, every document and the index")),
    ("rebuild", N_("make lists and index again from the documents")),
    ("COMMAND --help", N_("tell more about a command")),
)


def overview(program: str) -> str:
    """Return the commands with what they do, and the exit codes."""
    lines = [_("commands:")]
    for syntax, does in _COMMANDS:
        lead = f"  {program} {syntax}"
        if len(lead) >= _COLUMN:
            lines.append(lead)
            lead = ""
        lines.append(f"{lead:<{_COLUMN}}{_(does)}")
    codes = _(
        "exit codes: 0 all well, 1 something was not understood (the rest is done), 2 wrong usage"
    )
    return "\n".join((*lines, "", codes))
