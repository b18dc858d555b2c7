"""Commands for the list, imports, updates, care of the library, and help."""

from desktop_app.languages import N_
from desktop_app.ui.commands.specs import ActionSpec

LIBRARY_ACTIONS = (
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
