"""Commands to copy and find, and for how the window and the open study are read."""

from desktop_app.languages import N_
from desktop_app.ui.commands.specs import ActionSpec

READING_ACTIONS = (
    ActionSpec("copy_text", N_("&Copy"), "Ctrl+C", "copy", N_("Copy the selected text")),
    ActionSpec(
        "select_all_text",
        N_("Select &All"),
        "Ctrl+A",
        tip=N_("Select all text of the part in use, or all studies of the list"),
    ),
    ActionSpec(
        "copy_tab",
        N_("Copy Ta&b as Rich Text"),
        tip=N_("Copy this tab as formatted text, and as plain text for where there is none"),
    ),
    ActionSpec(
        "copy_citation_text",
        N_("Copy Citation as &Text"),
        tip=N_("Copy the citation of the study as plain text"),
    ),
    ActionSpec(
        "copy_citation_ris",
        N_("Copy Citation as &RIS"),
        tip=N_("Copy the citation for a program that manages references"),
    ),
    ActionSpec(
        "copy_citation_bibtex",
        N_("Copy Citation as &BibTeX"),
        tip=N_("Copy the citation for LaTeX"),
    ),
    ActionSpec(
        "find_text",
        N_("&Find…"),
        "Ctrl+F",
        "search",
        N_("Find in the study; from the list of studies, search the library"),
    ),
    ActionSpec(
        "find_in_study",
        N_("Find in S&tudy"),
        "Ctrl+Shift+F",
        tip=N_("Find in all tabs of the open study"),
    ),
    ActionSpec("find_next", N_("Find &Next"), "F3", tip=N_("Go to the next place found")),
    ActionSpec(
        "find_previous", N_("Find Pre&vious"), "Shift+F3", tip=N_("Go to the place found before")
    ),
    ActionSpec(
        "search_library",
        N_("&Search Library"),
        "Ctrl+L",
        tip=N_("Go to the search box of the library"),
    ),
    ActionSpec(
        "go_to_pasted_number",
        N_("&Go to Pasted Number"),
        "Ctrl+V",
        tip=N_("Open the study whose number, in any registry, is on the clipboard"),
    ),
    ActionSpec(
        "search_registry",
        N_("Search ClinicalTrials.&gov…"),
        "Ctrl+Shift+S",
        tip=N_("Search the registry itself; nothing is sent before you press Search"),
    ),
    ActionSpec(
        "save_search",
        N_("Sa&ve Search…"),
        "Ctrl+Shift+D",
        tip=N_("Keep words and filters under a name in the sidebar"),
    ),
    ActionSpec(
        "clear_search",
        N_("C&lear Search and Filters"),
        "Ctrl+Shift+K",
        tip=N_("List all studies again"),
    ),
    ActionSpec(
        "show_preferences",
        N_("Pr&eferences…"),
        "Ctrl+,",
        tip=N_("Choose theme, text size, language, dates, paper and the folder of the library"),
    ),
    ActionSpec(
        "use_light_theme", N_("&Light Theme"), tip=N_("Dark text on light ground"), group="theme"
    ),
    ActionSpec(
        "use_dark_theme", N_("&Dark Theme"), tip=N_("Light text on dark ground"), group="theme"
    ),
    ActionSpec(
        "use_system_theme",
        N_("&System Theme"),
        tip=N_("Light or dark, as the system is"),
        group="theme",
    ),
    ActionSpec(
        "enlarge_text",
        N_("&Larger Text"),
        "Ctrl++",
        tip=N_("Enlarge all text"),
        more_keys=("Ctrl+=",),
    ),
    ActionSpec("reduce_text", N_("&Smaller Text"), "Ctrl+-", tip=N_("Reduce all text")),
    ActionSpec(
        "reset_text", N_("&Normal Text"), "Ctrl+0", tip=N_("Show text in the system's size")
    ),
    ActionSpec("show_tab_1", N_("Tab &1"), "Alt+1", tip=N_("Show the first tab")),
    ActionSpec("show_tab_2", N_("Tab &2"), "Alt+2", tip=N_("Show the second tab")),
    ActionSpec("show_tab_3", N_("Tab &3"), "Alt+3", tip=N_("Show the third tab")),
    ActionSpec("show_tab_4", N_("Tab &4"), "Alt+4", tip=N_("Show the fourth tab")),
    ActionSpec("show_tab_5", N_("Tab &5"), "Alt+5", tip=N_("Show the fifth tab")),
    ActionSpec("show_tab_6", N_("Tab &6"), "Alt+6", tip=N_("Show the sixth tab")),
    ActionSpec("show_tab_7", N_("Tab &7"), "Alt+7", tip=N_("Show the seventh tab")),
    ActionSpec("show_tab_8", N_("Tab &8"), "Alt+8", tip=N_("Show the eighth tab")),
    ActionSpec("show_tab_9", N_("Tab &9"), "Alt+9", tip=N_("Show the ninth tab")),
    ActionSpec(
        "show_sidebar",
        N_("Side&bar"),
        "F9",
        tip=N_("Show parts of the library and filters beside the list"),
        is_switch=True,
    ),
    ActionSpec(
        "explain_sections",
        N_("&Explain Sections"),
        tip=N_("Say below the title of each section what it is"),
        is_switch=True,
    ),
    ActionSpec(
        "show_figures_in_words",
        N_("Pictures &in Words"),
        tip=N_("Show in words what the pictures show, for screen readers and for copying"),
        is_switch=True,
    ),
    ActionSpec(
        "read_with_caret",
        N_("Move through Text &by Keys"),
        "F7",
        tip=N_("Put a caret into the text, to read and select it by the keyboard"),
        is_switch=True,
    ),
    ActionSpec("show_next_tab", N_("Ne&xt Tab"), "Ctrl+PgDown", tip=N_("Show the next tab")),
    ActionSpec(
        "show_previous_tab", N_("P&revious Tab"), "Ctrl+PgUp", tip=N_("Show the tab before")
    ),
    ActionSpec(
        "show_next_section",
        N_("Next Se&ction of Results"),
        "Ctrl+Down",
        tip=N_("Show the next section of a tab that shows them one at a time, as Results does"),
    ),
    ActionSpec(
        "show_previous_section",
        N_("Previous Secti&on of Results"),
        "Ctrl+Up",
        tip=N_("Show the section before"),
    ),
    ActionSpec(
        "go_to_next_part",
        N_("Next &Part of the Window"),
        "F6",
        tip=N_("Go to the list, the study or the search"),
    ),
    ActionSpec(
        "go_to_previous_part",
        N_("Previous Part of the &Window"),
        "Shift+F6",
        tip=N_("Go to the part before"),
    ),
    ActionSpec(
        "show_next_study", N_("&Next Study"), "Alt+Down", tip=N_("Open the next study of the list")
    ),
    ActionSpec(
        "show_previous_study",
        N_("&Previous Study"),
        "Alt+Up",
        tip=N_("Open the study before in the list"),
    ),
    ActionSpec(
        "show_pictures",
        N_("P&ictures…"),
        "Ctrl+Shift+G",
        tip=N_("See, copy and save the pictures of this tab, and read them in words"),
    ),
    ActionSpec(
        "copy_nct_number",
        N_("&Copy NCT Number"),
        "Ctrl+Shift+C",
        tip=N_("Copy the number of the open study"),
    ),
)
