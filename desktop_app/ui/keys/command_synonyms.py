"""Other words under which somebody may look for a command."""

from collections.abc import Mapping

from desktop_app.languages import N_, _

# Translators: the words that people of your language may type to find a command; not a
# translation word for word. As many or as few as you like, with spaces between them.
_SYNONYMS: Mapping[str, str] = {
    "open_files": N_("load add file json xml import"),
    "open_folder": N_("load add directory import all zip"),
    "paste_record": N_("clipboard insert nct number import"),
    "export_brief": N_("save pdf protocol synopsis one page summary"),
    "export_study": N_("save download csv excel spreadsheet markdown html text ris pdf"),
    "show_screening": N_("checklist criteria eligibility inclusion exclusion boxes"),
    "show_handout": N_("patient leaflet big letters"),
    "show_comparison": N_("compare side by side difference"),
    "show_changes": N_("compare versions difference history update amendment diff"),
    "print_sheet": N_("printer paper hard copy"),
    "fetch_by_number": N_("download get registry internet nct address"),
    "check_study_updates": N_("refresh reload newer version registry internet current"),
    "check_updates": N_("refresh reload newer versions registry internet current sync"),
    "show_last_check": N_("report updates changed withdrawn removed result"),
    "get_registry": N_("download everything bulk all studies mirror offline copy"),
    "cancel_export": N_("abort cancel"),
    "cancel_import": N_("abort stop"),
    "quit_application": N_("exit close end leave"),
    "copy_tab": N_("clipboard word formatted"),
    "copy_citation_text": N_("reference cite bibliography"),
    "copy_citation_ris": N_("reference cite endnote zotero mendeley bibliography"),
    "copy_citation_bibtex": N_("reference cite latex bibliography"),
    "find_text": N_("search look for"),
    "find_in_study": N_("search look for highlight"),
    "search_library": N_("find query filter"),
    "keep_record": N_("save add import store"),
    "search_registry": N_("find online internet website query registry clinicaltrials"),
    "use_light_theme": N_("bright white day colours appearance mode"),
    "use_dark_theme": N_("black night colours appearance mode"),
    "use_system_theme": N_("automatic colours appearance mode contrast"),
    "enlarge_text": N_("zoom in bigger font size magnify"),
    "reduce_text": N_("zoom out smaller font size"),
    "reset_text": N_("zoom 100 % font size"),
    "explain_sections": N_("help hints descriptions"),
    "show_figures_in_words": N_("images alternative text accessibility description"),
    "read_with_caret": N_("cursor browsing select screen reader"),
    "go_to_next_part": N_("pane area focus keyboard"),
    "show_pictures": N_("images figures diagram svg png save"),
    "copy_nct_number": N_("identifier id registry"),
    "order_by_date": N_("sort latest recent"),
    "order_by_match": N_("sort relevance rank"),
    "show_import_results": N_("report errors rejected log"),
    "open_library_folder": N_("database location directory backup"),
    "show_commands": N_("palette menu actions"),
    "show_glossary": N_("terms dictionary definitions explain plain words"),
    "show_shortcuts": N_("hotkeys keys change customise bindings"),
    "open_log_folder": N_("errors crash debug"),
    "show_about": N_("version licence credits"),
    "show_preferences": N_("options settings configuration"),
}


def synonyms(name: str) -> str:
    """Return other words for a command, by its id, in the language that is spoken."""
    return _(_SYNONYMS.get(name, ""))


def known_commands() -> frozenset[str]:
    """Return the ids of the commands that have other words."""
    return frozenset(_SYNONYMS)
