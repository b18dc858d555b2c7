"""The table of commands: what each is called, its key, its icon and what it does in a sentence.

Menus, tool bar, the list of shortcuts and the finder of commands are all made from it. The window
gives each command to the method of the same name.
"""

from desktop_app.languages import N_
from desktop_app.ui.commands.specs import ActionSpec

ACTIONS = (
    ActionSpec(
        "open_files",
        N_("&Open Records…"),
        "Ctrl+O",
        "import",
        N_("Import record files into the library"),
        N_("Import"),
    ),
    ActionSpec(
        "open_folder",
        N_("Open &Folder…"),
        "Ctrl+Shift+O",
        "folder",
        N_("Import every record in a folder"),
    ),
    ActionSpec(
        "paste_record",
        N_("&Paste Record"),
        "Ctrl+Shift+V",
        tip=N_("Import the record or registry page on the clipboard, or open the NCT number on it"),
    ),
    ActionSpec(
        "fetch_by_number",
        N_("Fetch by &Number…"),
        "Ctrl+Shift+N",
        tip=N_("Fetch studies from ClinicalTrials.gov by their NCT numbers, or addresses"),
    ),
    ActionSpec(
        "export_brief",
        N_("Export &Brief…"),
        "Ctrl+E",
        "brief",
        N_("Write the one-page brief as PDF"),
        N_("Brief"),
    ),
    ActionSpec(
        "export_study",
        N_("E&xport As…"),
        "Ctrl+Shift+E",
        tip=N_("Write the open study, or those selected in the list, as any sheet or file"),
    ),
    ActionSpec(
        "undo_change",
        N_("&Undo"),
        "Ctrl+Z",
        tip=N_("Undo the last change to your stars, tags, notes, collections or the trash"),
    ),
    ActionSpec(
        "redo_change",
        N_("Re&do"),
        "Ctrl+Shift+Z",
        tip=N_("Do again what was undone last"),
        more_keys=("Ctrl+Y",),
    ),
    ActionSpec(
        "toggle_star",
        N_("S&tar"),
        "Ctrl+D",
        tip=N_("Star the open study, or those selected in the list; again to take the star"),
    ),
    ActionSpec(
        "edit_tags",
        N_("T&ags…"),
        "Ctrl+T",
        tip=N_("Tag the open study, or those selected in the list"),
    ),
    ActionSpec(
        "edit_note", N_("My N&ote"), "Ctrl+N", tip=N_("Write your own note on the open study")
    ),
    ActionSpec(
        "edit_own_status",
        N_("My Stat&us…"),
        "Ctrl+Shift+T",
        tip=N_("Say how you stand with the study: screening, referred, not for us, …"),
    ),
    ActionSpec(
        "add_to_collection",
        N_("Add to Co&llection…"),
        "Ctrl+Shift+A",
        tip=N_("Put the open study, or those selected in the list, into a collection"),
    ),
    ActionSpec(
        "keep_record",
        N_("&Keep in the Library"),
        "Ctrl+S",
        tip=N_("Put the record that was read at ClinicalTrials.gov into your library"),
    ),
    ActionSpec(
        "throw_away",
        N_("Move to T&rash"),
        "Ctrl+Shift+Del",
        tip=N_("Take studies out of the library; they can be brought back for 30 days"),
    ),
    ActionSpec(
        "restore_studies",
        N_("Restore from &Trash"),
        tip=N_("Bring back what is selected in the trash"),
    ),
    ActionSpec(
        "delete_now",
        N_("Delete &Now, for Good"),
        tip=N_("Delete what is selected in the trash. This alone cannot be undone."),
    ),
    ActionSpec("manage_tags", N_("&Tags…"), tip=N_("Make, change and delete tags")),
    ActionSpec("show_brief", N_("One-Page &Brief…"), tip=N_("See and print the study on one page")),
    ActionSpec(
        "show_screening",
        N_("&Screening Sheet…"),
        icon="checklist",
        tip=N_("See and print every criterion with boxes to tick"),
        label=N_("Screening Sheet"),
    ),
    ActionSpec(
        "show_handout",
        N_("Large-Print &Handout…"),
        tip=N_("See and print the study for a patient or an advocate"),
    ),
    ActionSpec(
        "show_comparison",
        N_("&Comparison Sheet…"),
        tip=N_("See and print two to six studies, selected in the list, side by side"),
    ),
    ActionSpec(
        "show_changes",
        N_("&What Changed…"),
        "Ctrl+Shift+H",
        tip=N_("Compare two versions of the study, or two studies that are selected in the list"),
    ),
    ActionSpec(
        "check_study_updates",
        N_("Check for &Updates"),
        "Ctrl+U",
        tip=N_("Ask the registry for newer versions of the open study, or of those selected"),
    ),
    ActionSpec("show_full", N_("&Full Record…"), tip=N_("See and print all that the tabs show")),
    ActionSpec(
        "show_print_preview",
        N_("Print Pre&view…"),
        "Ctrl+Shift+P",
        tip=N_("See the pages of any sheet before they are printed"),
    ),
    ActionSpec(
        "print_sheet", N_("Prin&t…"), "Ctrl+P", "print", N_("Print the sheet that was used last")
    ),
    ActionSpec(
        "cancel_export",
        N_("Stop &Export or Printing"),
        tip=N_("Stop what is being written or printed; files that are written stay"),
    ),
    ActionSpec(
        "use_a4",
        N_("&A4 Paper"),
        tip=N_("Make the brief and other sheets for A4 paper"),
        group="paper",
    ),
    ActionSpec(
        "use_letter",
        N_("US &Letter Paper"),
        tip=N_("Make the brief and other sheets for US Letter paper"),
        group="paper",
    ),
    ActionSpec(
        "open_after_export",
        N_("Open PDF &After Export"),
        tip=N_("Open each PDF once it is written"),
        is_switch=True,
    ),
    ActionSpec("quit_application", N_("&Quit"), "Ctrl+Q", tip=N_("Close the application")),
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
    ActionSpec(
        "order_by_date", N_("&Newest First"), tip=N_("List the newest records first"), group="order"
    ),
    ActionSpec(
        "order_by_match",
        N_("&Best Match First"),
        tip=N_("List the best matches first"),
        group="order",
    ),
    ActionSpec(
        "order_by_number", N_("&NCT Number"), tip=N_("Sort the list by NCT number"), group="order"
    ),
    ActionSpec("order_by_title", N_("&Title"), tip=N_("Sort the list by title"), group="order"),
    ActionSpec("order_by_status", N_("&Status"), tip=N_("Sort the list by status"), group="order"),
    ActionSpec("order_by_phase", N_("&Phase"), tip=N_("Sort the list by phase"), group="order"),
    ActionSpec(
        "order_by_enrollment",
        N_("&Enrollment"),
        tip=N_("Sort the list by number of participants"),
        group="order",
    ),
    ActionSpec(
        "order_by_sponsor",
        N_("Lead Sp&onsor"),
        tip=N_("Sort the list by lead sponsor"),
        group="order",
    ),
    ActionSpec(
        "order_by_start", N_("St&art of Study"), tip=N_("Sort the list by start"), group="order"
    ),
    ActionSpec(
        "order_by_completion",
        N_("&Completion of Study"),
        tip=N_("Sort the list by completion"),
        group="order",
    ),
    ActionSpec("reverse_order", N_("&Reverse Order"), tip=N_("Sort the list the other way round")),
    ActionSpec(
        "list_as_table",
        N_("Studies as &Table"),
        "Ctrl+Shift+L",
        tip=N_("List the studies in a table with columns, above the open study"),
        is_switch=True,
    ),
    ActionSpec(
        "show_import_results", N_("Last &Import…"), tip=N_("Show what the last import brought")
    ),
    ActionSpec(
        "cancel_import",
        N_("&Cancel Import"),
        tip=N_("Stop the import that is under way; what was imported is kept"),
    ),
    ActionSpec(
        "pause_import",
        N_("&Pause or Resume Import"),
        tip=N_("Let a large import wait, or let it go on"),
    ),
    ActionSpec(
        "continue_import",
        N_("C&ontinue Import"),
        tip=N_("Go on with an import that did not come to its end"),
    ),
    ActionSpec(
        "check_updates",
        N_("Check for Up&dates…"),
        "Ctrl+Shift+U",
        tip=N_("Ask the registry for newer versions of starred, tagged or all studies"),
    ),
    ActionSpec(
        "show_last_check",
        N_("Last C&heck for Updates…"),
        tip=N_("Show what the last checks for updates found"),
    ),
    ActionSpec(
        "get_registry",
        N_("&Get the Whole Registry…"),
        tip=N_("Download all studies of the registry, or see how to take its own file of them"),
    ),
    ActionSpec(
        "back_up_now",
        N_("Back &Up Now…"),
        tip=N_("Copy the library and what belongs to you into a folder, and check the copies"),
    ),
    ActionSpec(
        "restore_backup",
        N_("Re&store a Backup…"),
        tip=N_("See what a backup would change, and put it back"),
    ),
    ActionSpec(
        "check_library",
        N_("Chec&k the Library"),
        tip=N_("Check the file, every document, the index, and your stars, tags and notes"),
    ),
    ActionSpec(
        "rebuild_index",
        N_("Re&build Index"),
        tip=N_("Make lists and index again from the source documents"),
    ),
    ActionSpec(
        "export_library",
        N_("E&xport Library File…"),
        tip=N_("Write the library, or some studies, into one file, to move or to share them"),
    ),
    ActionSpec(
        "open_read_only",
        N_("Open a Library for Reading On&ly…"),
        tip=N_("Read a library that others keep, on a network drive for instance"),
    ),
    ActionSpec(
        "open_library_folder",
        N_("&Where Is My Library?"),
        tip=N_("Open the folder that holds the library"),
    ),
    ActionSpec(
        "show_commands", N_("&Find a Command…"), "Ctrl+K", tip=N_("Find any command by its name")
    ),
    ActionSpec(
        "show_glossary",
        N_("&Glossary…"),
        "Shift+F1",
        tip=N_("Explain the terms of this tab and all others in plain words"),
    ),
    ActionSpec("show_shortcuts", N_("&Keyboard Shortcuts"), "F1", tip=N_("Show all keys")),
    ActionSpec(
        "open_log_folder",
        N_("Open &Log Folder"),
        tip=N_("Open the folder of the log, for a report of a fault"),
    ),
    ActionSpec("show_about", N_("&About"), tip=N_("Version, licence and what stands behind it")),
)
TABS = tuple(f"show_tab_{number}" for number in range(1, 10))
NEED_A_STUDY = (
    *("export_brief", "export_study", "show_brief", "show_screening", "show_handout", "show_full"),
    *("show_print_preview", "print_sheet", "copy_tab", "copy_nct_number"),
    *("copy_citation_text", "copy_citation_ris", "copy_citation_bibtex"),
    *("find_in_study", "find_next", "find_previous", "show_pictures", "show_changes"),
    "check_study_updates",
    *("toggle_star", "edit_tags", "edit_note", "edit_own_status", "add_to_collection"),
    *("keep_record", "throw_away"),
)
"""The commands that need a study to be open."""
NEED_MORE = (
    *(
        "cancel_import",
        "pause_import",
        "continue_import",
        "cancel_export",
        "show_comparison",
        "undo_change",
        "redo_change",
    ),
    *("restore_studies", "delete_now"),
)
"""Those that need work to be under way, several studies to be selected, or a change to undo."""
