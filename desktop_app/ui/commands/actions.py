"""The table of commands: what each is called, its key, its icon and what it does in a sentence.

Menus, tool bar, the list of shortcuts and the finder of commands are all made from it. The window
gives each command to the method of the same name.
"""

from desktop_app.ui.commands.library_specs import LIBRARY_ACTIONS
from desktop_app.ui.commands.reading_specs import READING_ACTIONS
from desktop_app.ui.commands.study_specs import STUDY_ACTIONS

ACTIONS = (*STUDY_ACTIONS, *READING_ACTIONS, *LIBRARY_ACTIONS)
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
