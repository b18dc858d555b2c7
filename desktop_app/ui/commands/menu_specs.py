"""What stands in which menu and in the tool bar, by the ids of commands."""

from desktop_app.languages import N_
from desktop_app.ui.commands.actions import TABS
from desktop_app.ui.commands.specs import MenuSpec

MENUS = (
    MenuSpec(
        "file",
        N_("&File"),
        (
            "open_files",
            "open_folder",
            "paste_record",
            MenuSpec("recent", N_("&Recent"), ()),
            None,
            "export_brief",
            "export_study",
            None,
            "show_print_preview",
            "print_sheet",
            "cancel_export",
            None,
            MenuSpec("paper", N_("Paper Si&ze"), ("use_a4", "use_letter")),
            "open_after_export",
            None,
            "quit_application",
        ),
    ),
    MenuSpec(
        "edit",
        N_("&Edit"),
        (
            "copy_text",
            "select_all_text",
            None,
            "copy_tab",
            MenuSpec(
                "citation",
                N_("Copy Citati&on"),
                ("copy_citation_text", "copy_citation_ris", "copy_citation_bibtex"),
            ),
            None,
            "find_text",
            "find_in_study",
            "find_next",
            "find_previous",
            None,
            "search_library",
            None,
            "show_preferences",
        ),
    ),
    MenuSpec(
        "view",
        N_("&View"),
        (
            MenuSpec(
                "theme", N_("&Theme"), ("use_light_theme", "use_dark_theme", "use_system_theme")
            ),
            None,
            "enlarge_text",
            "reduce_text",
            "reset_text",
            None,
            "show_sidebar",
            None,
            "explain_sections",
            "show_figures_in_words",
            "read_with_caret",
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
        N_("&Study"),
        (
            "show_previous_study",
            "show_next_study",
            None,
            "copy_nct_number",
            "show_pictures",
            "show_changes",
            None,
            MenuSpec(
                "sheets",
                N_("S&heets"),
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
        N_("&Library"),
        (
            "open_files",
            "open_folder",
            "paste_record",
            "show_import_results",
            "cancel_import",
            None,
            MenuSpec("order", N_("O&rder"), ("order_by_date", "order_by_match")),
            None,
            "open_library_folder",
        ),
    ),
    MenuSpec(
        "help",
        N_("&Help"),
        ("show_commands", "show_glossary", "show_shortcuts", None, "open_log_folder", "show_about"),
    ),
)
TOOL_BAR = ("open_files", "export_brief", "print_sheet", "show_screening")
