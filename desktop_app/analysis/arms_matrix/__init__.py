"""Which arm group gets which intervention, as dots on a grid."""

from desktop_app.analysis.arms_matrix.drawing import draw_matrix
from desktop_app.analysis.arms_matrix.matrix import Matrix

__all__ = ["Matrix", "draw_matrix"]
