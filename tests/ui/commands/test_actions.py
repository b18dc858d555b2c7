from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from desktop_app.languages import _, speaking
from desktop_app.ui.commands.actions import ACTIONS
from desktop_app.ui.commands.menu_specs import MENUS, TOOL_BAR
from desktop_app.ui.commands.menus import fill_menu_bar, make_actions
from desktop_app.ui.commands.specs import MenuSpec
from desktop_app.ui.dialogs.command_search import matching_specs
from desktop_app.ui.keys.command_synonyms import known_commands
from desktop_app.ui.looks.icons import icon_path
from tests.pseudo_language import PseudoTranslations


def _entries(menu: MenuSpec) -> list[str]:
    found: list[str] = []
    for entry in menu.entries:
        if isinstance(entry, str):
            found.append(entry)
        elif entry is not None:
            found += _entries(entry)
    return found


def test_no_shortcut_is_used_twice() -> None:
    keys = Counter(QKeySequence(keys).toString() for spec in ACTIONS for keys in spec.keys)
    assert [key for key, uses in keys.items() if uses > 1] == []
    assert "" not in keys


def test_every_command_is_in_a_menu_and_every_entry_is_a_command() -> None:
    listed = {name for menu in MENUS for name in _entries(menu)}
    assert listed == {spec.id for spec in ACTIONS}
    assert set(TOOL_BAR) <= listed


def test_every_command_says_what_it_does() -> None:
    assert [spec.id for spec in ACTIONS if not spec.tip] == []


def test_every_icon_that_is_named_is_there() -> None:
    assert [spec.icon for spec in ACTIONS if spec.icon and not icon_path(spec.icon).is_file()] == []


def test_no_menu_has_a_letter_twice(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = fill_menu_bar(window.menuBar(), MENUS, make_actions(window))
    for menu in (window.menuBar(), *menus.values()):
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert {letter for letter, uses in letters.items() if uses > 1} == set(), texts


def test_tabs_are_called_in_the_menu_what_they_are_called_in_the_study(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = make_actions(window)
    assert actions["show_tab_1"].text() == "&1 Summary"
    assert actions["show_tab_5"].text() == "&5 Sites"


def test_commands_are_found_by_words_of_their_names_first() -> None:
    names = {spec.id: spec.name for spec in ACTIONS} | {"show_tab_2": "Design Tab"}
    assert matching_specs("brief", names)[0].id == "export_brief"
    assert matching_specs("DARK th", names)[0].id == "use_dark_theme"
    assert [spec.id for spec in matching_specs("design tab", names)] == ["show_tab_2"]
    assert "use_a4" in {spec.id for spec in matching_specs("paper brief", names)}
    assert matching_specs("no such command", names) == ()


def test_commands_are_found_by_other_words_too() -> None:
    names = {spec.id: spec.name for spec in ACTIONS}
    for words, expected in {
        "zoom in": "enlarge_text",
        "night": "use_dark_theme",
        "exit": "quit_application",
        "hotkeys": "show_shortcuts",
        "Sauvegardé": None,
    }.items():
        found = [spec.id for spec in matching_specs(words, names)]
        assert found[:1] == ([expected] if expected else []), words


def test_accents_need_not_be_typed() -> None:
    names = {spec.id: spec.name for spec in ACTIONS} | {"print_sheet": "Ímprimér"}
    assert [spec.id for spec in matching_specs("imprimer", names)] == ["print_sheet"]
    assert [spec.id for spec in matching_specs("IMPRIMÉR", names)] == ["print_sheet"]


def test_commands_are_found_in_the_language_that_is_spoken() -> None:
    with speaking("en", PseudoTranslations()):
        names = {spec.id: spec.name for spec in ACTIONS}
        wanted = _("Export &Brief…").replace("&", "").removesuffix("…")
        assert matching_specs(wanted, names)[0].id == "export_brief"
        found = matching_specs(_("zoom in bigger font size magnify"), names)
        assert [spec.id for spec in found] == ["enlarge_text"]


def test_only_commands_have_other_words() -> None:
    # The preferences come later than their words.
    assert known_commands() - {"show_preferences"} <= {spec.id for spec in ACTIONS}
