"""The table of commands: what each is called, its key, its icon and what it does in a sentence.

Menus, tool bar, the list of shortcuts and the finder of commands are all made from it. The window
gives each command to the method of the same name.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """A command. ``label`` is what the tool bar says where the menu says more.

    Commands of one ``group`` exclude each other, and are marked when they are in force;
    ``is_switch`` marks a command that is on or off. ``more_keys`` do the same as ``shortcut``.
    """

    id: str
    text: str
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    label: str = ""
    group: str = ""
    is_switch: bool = False
    more_keys: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The command's name without the marks of its menu."""
        return self.text.replace("&", "").removesuffix("…")

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys of the command."""
        return (self.shortcut, *self.more_keys) if self.shortcut else self.more_keys


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu: names of commands, menus below it, None for a line between."""

    id: str
    title: str
    entries: tuple["str | MenuSpec | None", ...]


ACTIONS = (
    ActionSpec(
        "open_files",
        "&Open Records…",
        "Ctrl+O",
        "import",
        "Import record files into the library",
        "Import",
    ),
    ActionSpec(
        "open_folder", "Open &Folder…", "Ctrl+Shift+O", "folder", "Import every record in a folder"
    ),
    ActionSpec(
        "paste_record",
        "&Paste Record",
        "Ctrl+Shift+V",
        tip="Import the record or registry page on the clipboard, or open the NCT number on it",
    ),
    ActionSpec(
        "export_brief",
        "Export &Brief…",
        "Ctrl+E",
        "brief",
        "Write the one-page brief as PDF",
        "Brief",
    ),
    ActionSpec(
        "export_study",
        "E&xport As…",
        "Ctrl+Shift+E",
        tip="Write the open study, or those selected in the list, as any sheet or file",
    ),
    ActionSpec("show_brief", "One-Page &Brief…", tip="See and print the study on one page"),
    ActionSpec(
        "show_screening",
        "&Screening Sheet…",
        icon="checklist",
        tip="See and print every criterion with boxes to tick",
        label="Screening Sheet",
    ),
    ActionSpec(
        "show_handout",
        "Large-Print &Handout…",
        tip="See and print the study for a patient or an advocate",
    ),
    ActionSpec(
        "show_comparison",
        "&Comparison Sheet…",
        tip="See and print two to six studies, selected in the list, side by side",
    ),
    ActionSpec("show_full", "&Full Record…", tip="See and print all that the tabs show"),
    ActionSpec(
        "show_print_preview",
        "Print Pre&view…",
        "Ctrl+Shift+P",
        tip="See the pages of any sheet before they are printed",
    ),
    ActionSpec("print_sheet", "Prin&t…", "Ctrl+P", "print", "Print the sheet that was used last"),
    ActionSpec(
        "cancel_export",
        "Stop &Export or Printing",
        tip="Stop what is being written or printed; files that are written stay",
    ),
    ActionSpec(
        "use_a4", "&A4 Paper", tip="Make the brief and other sheets for A4 paper", group="paper"
    ),
    ActionSpec(
        "use_letter",
        "US &Letter Paper",
        tip="Make the brief and other sheets for US Letter paper",
        group="paper",
    ),
    ActionSpec(
        "open_after_export",
        "Open PDF &After Export",
        tip="Open each PDF once it is written",
        is_switch=True,
    ),
    ActionSpec("quit_application", "&Quit", "Ctrl+Q", tip="Close the application"),
    ActionSpec("copy_text", "&Copy", "Ctrl+C", "copy", "Copy the selected text"),
    ActionSpec(
        "select_all_text",
        "Select &All",
        "Ctrl+A",
        tip="Select all text of the part in use, or all studies of the list",
    ),
    ActionSpec(
        "copy_tab",
        "Copy Ta&b as Rich Text",
        tip="Copy this tab as formatted text, and as plain text for where there is none",
    ),
    ActionSpec(
        "copy_citation_text",
        "Copy Citation as &Text",
        tip="Copy the citation of the study as plain text",
    ),
    ActionSpec(
        "copy_citation_ris",
        "Copy Citation as &RIS",
        tip="Copy the citation for a program that manages references",
    ),
    ActionSpec(
        "copy_citation_bibtex", "Copy Citation as &BibTeX", tip="Copy the citation for LaTeX"
    ),
    ActionSpec(
        "find_text",
        "&Find…",
        "Ctrl+F",
        "search",
        "Find in the study; from the list of studies, search the library",
    ),
    ActionSpec(
        "find_in_study", "Find in S&tudy", "Ctrl+Shift+F", tip="Find in all tabs of the open study"
    ),
    ActionSpec("find_next", "Find &Next", "F3", tip="Go to the next place found"),
    ActionSpec("find_previous", "Find Pre&vious", "Shift+F3", tip="Go to the place found before"),
    ActionSpec(
        "search_library", "&Search Library", "Ctrl+L", tip="Go to the search box of the library"
    ),
    ActionSpec("use_light_theme", "&Light Theme", tip="Dark text on light ground", group="theme"),
    ActionSpec("use_dark_theme", "&Dark Theme", tip="Light text on dark ground", group="theme"),
    ActionSpec(
        "use_system_theme", "&System Theme", tip="Light or dark, as the system is", group="theme"
    ),
    ActionSpec(
        "enlarge_text", "&Larger Text", "Ctrl++", tip="Enlarge all text", more_keys=("Ctrl+=",)
    ),
    ActionSpec("reduce_text", "&Smaller Text", "Ctrl+-", tip="Reduce all text"),
    ActionSpec("reset_text", "&Normal Text", "Ctrl+0", tip="Show text in the system's size"),
    ActionSpec("show_tab_1", "Tab &1", "Alt+1", tip="Show the first tab"),
    ActionSpec("show_tab_2", "Tab &2", "Alt+2", tip="Show the second tab"),
    ActionSpec("show_tab_3", "Tab &3", "Alt+3", tip="Show the third tab"),
    ActionSpec("show_tab_4", "Tab &4", "Alt+4", tip="Show the fourth tab"),
    ActionSpec("show_tab_5", "Tab &5", "Alt+5", tip="Show the fifth tab"),
    ActionSpec("show_tab_6", "Tab &6", "Alt+6", tip="Show the sixth tab"),
    ActionSpec("show_tab_7", "Tab &7", "Alt+7", tip="Show the seventh tab"),
    ActionSpec("show_tab_8", "Tab &8", "Alt+8", tip="Show the eighth tab"),
    ActionSpec("show_tab_9", "Tab &9", "Alt+9", tip="Show the ninth tab"),
    ActionSpec(
        "explain_sections",
        "&Explain Sections",
        tip="Say below the title of each section what it is",
        is_switch=True,
    ),
    ActionSpec(
        "show_figures_in_words",
        "Pictures &in Words",
        tip="Show in words what the pictures show, for screen readers and for copying",
        is_switch=True,
    ),
    ActionSpec("show_next_tab", "Ne&xt Tab", "Ctrl+PgDown", tip="Show the next tab"),
    ActionSpec("show_previous_tab", "P&revious Tab", "Ctrl+PgUp", tip="Show the tab before"),
    ActionSpec(
        "show_next_section",
        "Next Se&ction of Results",
        "Ctrl+Down",
        tip="Show the next section of a tab that shows them one at a time, as Results does",
    ),
    ActionSpec(
        "show_previous_section",
        "Previous Secti&on of Results",
        "Ctrl+Up",
        tip="Show the section before",
    ),
    ActionSpec(
        "go_to_next_part",
        "Next &Part of the Window",
        "F6",
        tip="Go to the list, the study or the search",
    ),
    ActionSpec(
        "go_to_previous_part",
        "Previous Part of the &Window",
        "Shift+F6",
        tip="Go to the part before",
    ),
    ActionSpec("show_next_study", "&Next Study", "Alt+Down", tip="Open the next study of the list"),
    ActionSpec(
        "show_previous_study", "&Previous Study", "Alt+Up", tip="Open the study before in the list"
    ),
    ActionSpec(
        "show_pictures",
        "P&ictures…",
        "Ctrl+Shift+G",
        tip="See, copy and save the pictures of this tab, and read them in words",
    ),
    ActionSpec(
        "copy_nct_number",
        "&Copy NCT Number",
        "Ctrl+Shift+C",
        tip="Copy the number of the open study",
    ),
    ActionSpec(
        "order_by_date", "&Newest First", tip="List the newest records first", group="order"
    ),
    ActionSpec(
        "order_by_match", "&Best Match First", tip="List the best matches first", group="order"
    ),
    ActionSpec("show_import_results", "Last &Import…", tip="Show what the last import brought"),
    ActionSpec(
        "cancel_import",
        "&Cancel Import",
        tip="Stop the import that is under way; what was imported is kept",
    ),
    ActionSpec(
        "open_library_folder", "&Where Is My Library?", tip="Open the folder that holds the library"
    ),
    ActionSpec("show_commands", "&Find a Command…", "Ctrl+K", tip="Find any command by its name"),
    ActionSpec(
        "show_glossary",
        "&Glossary…",
        "Shift+F1",
        tip="Explain the terms of this tab and all others in plain words",
    ),
    ActionSpec("show_shortcuts", "&Keyboard Shortcuts", "F1", tip="Show all keys"),
    ActionSpec(
        "open_log_folder",
        "Open &Log Folder",
        tip="Open the folder of the log, for a report of a fault",
    ),
    ActionSpec("show_about", "&About", tip="Version, licence and what stands behind it"),
)
TABS = tuple(f"show_tab_{number}" for number in range(1, 10))
MENUS = (
    MenuSpec(
        "file",
        "&File",
        (
            "open_files",
            "open_folder",
            "paste_record",
            MenuSpec("recent", "&Recent", ()),
            None,
            "export_brief",
            "export_study",
            None,
            "show_print_preview",
            "print_sheet",
            "cancel_export",
            None,
            MenuSpec("paper", "Paper Si&ze", ("use_a4", "use_letter")),
            "open_after_export",
            None,
            "quit_application",
        ),
    ),
    MenuSpec(
        "edit",
        "&Edit",
        (
            "copy_text",
            "select_all_text",
            None,
            "copy_tab",
            MenuSpec(
                "citation",
                "Copy Citati&on",
                ("copy_citation_text", "copy_citation_ris", "copy_citation_bibtex"),
            ),
            None,
            "find_text",
            "find_in_study",
            "find_next",
            "find_previous",
            None,
            "search_library",
        ),
    ),
    MenuSpec(
        "view",
        "&View",
        (
            MenuSpec("theme", "&Theme", ("use_light_theme", "use_dark_theme", "use_system_theme")),
            None,
            "enlarge_text",
            "reduce_text",
            "reset_text",
            None,
            "explain_sections",
            "show_figures_in_words",
            None,
            *TABS,
            "show_next_tab",
            "show_previous_tab",
            "show_next_section",
            "show_previous_section",
            None,
            "go_to_next_part",
            "go_to_previous_part",
        ),
    ),
    MenuSpec(
        "study",
        "&Study",
        (
            "show_previous_study",
            "show_next_study",
            None,
            "copy_nct_number",
            "show_pictures",
            None,
            MenuSpec(
                "sheets",
                "S&heets",
                (
                    "show_brief",
                    "show_screening",
                    "show_handout",
                    "show_comparison",
                    "show_full",
                ),
            ),
            "export_brief",
            "print_sheet",
        ),
    ),
    MenuSpec(
        "library",
        "&Library",
        (
            "open_files",
            "open_folder",
            "paste_record",
            "show_import_results",
            "cancel_import",
            None,
            MenuSpec("order", "O&rder", ("order_by_date", "order_by_match")),
            None,
            "open_library_folder",
        ),
    ),
    MenuSpec(
        "help",
        "&Help",
        ("show_commands", "show_glossary", "show_shortcuts", None, "open_log_folder", "show_about"),
    ),
)
TOOL_BAR = ("open_files", "export_brief", "print_sheet", "show_screening")
