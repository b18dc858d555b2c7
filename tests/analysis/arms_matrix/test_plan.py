"""How a matrix fits a width."""

from desktop_app.analysis.arms_matrix import Matrix
from desktop_app.analysis.arms_matrix.plan import Plan, plan_for
from desktop_app.analysis.named import Named
from tests.laid_out import PlainMeasure


def _matrix(rows: int, columns: int) -> Matrix:
    return Matrix(
        tuple(f"Arm number {row}" for row in range(rows)),
        tuple(f"Drug: Substance {column}" for column in range(columns)),
        tuple((row, row % columns) for row in range(rows)),
        Named.ARM,
        Named.INTERVENTION,
    )


def _plan(rows: int, columns: int, width: float = 900) -> Plan:
    plan = plan_for(_matrix(rows, columns), width, PlainMeasure())
    assert plan is not None
    assert plan.width <= width
    return plan


def test_a_few_columns_bear_their_names() -> None:
    assert not _plan(6, 4).is_numbered


def test_many_interventions_of_two_arms_become_the_rows() -> None:
    plan = _plan(2, 16)
    assert plan.matrix.row_noun == "intervention"
    assert not plan.is_numbered


def test_a_large_matrix_has_numbers_and_stays_within_the_width() -> None:
    plan = _plan(23, 20)
    assert plan.is_numbered
    assert plan.matrix.row_noun == "arm"
    assert plan.column_lines(19, PlainMeasure()) == ("20",)


def test_where_no_grid_is_legible_there_is_none() -> None:
    assert plan_for(_matrix(20, 20), 340, PlainMeasure()) is None
    assert plan_for(_matrix(200, 200), 9000, PlainMeasure()) is None


def test_a_transposed_matrix_has_the_same_dots() -> None:
    matrix = _matrix(5, 3)
    assert matrix.transposed().transposed() == matrix
    assert matrix.by_row()[4] == (1,)
    assert matrix.transposed().by_row()[1] == (1, 4)
