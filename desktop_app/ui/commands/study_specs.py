"""Commands that bring studies in, keep what is yours of them, and make sheets of them."""

from desktop_app.languages import N_
from desktop_app.ui.commands.specs import ActionSpec

STUDY_ACTIONS = (
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
)
