from desktop_app.ui.keys.menu_letters import distinct_letters


def test_texts_keep_the_letters_that_they_propose() -> None:
    texts = {"open": "&Open…", "export": "E&xport", "search": "&Search && find"}
    assert distinct_letters(texts, [texts]) == texts


def test_the_later_of_two_gets_another_letter_a_first_one_where_there_is_one() -> None:
    texts = {"edit": "&Editar", "study": "&Estudio", "tab": "&Exportar todo"}
    marked = distinct_letters(texts, [texts])
    assert marked == {"edit": "&Editar", "study": "E&studio", "tab": "Exportar &todo"}


def test_a_text_without_a_mark_gets_one() -> None:
    assert distinct_letters({"a": "Todo"}, [["a"]]) == {"a": "&Todo"}


def test_a_command_has_one_letter_in_all_menus_where_it_stands() -> None:
    texts = {"one": "&Print", "two": "&Paste", "three": "&Aster"}
    marked = distinct_letters(texts, [["one", "two"], ["two", "three"]])
    assert marked == {"one": "&Print", "two": "Pa&ste", "three": "&Aster"}


def test_a_letter_behind_a_text_is_changed_there() -> None:
    texts = {"open": "打开(&O)…", "order": "排序(&O)"}
    assert distinct_letters(texts, [texts]) == {"open": "打开(&O)…", "order": "排序(&A)"}


def test_a_text_has_no_mark_where_no_letter_is_left() -> None:
    texts = {"a": "&Aa", "b": "&A", "c": "R && &A"}
    assert distinct_letters(texts, [texts]) == {"a": "&Aa", "b": "A", "c": "&R && A"}
