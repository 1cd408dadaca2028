"""Finished tables → axes. The only room with matplotlib.

Every `plot_*` takes a table that is already computed, draws it on `ax` (None: on new axes), returns the axes and saves
nothing; `save_figure` writes them beside the table that they show. For a title above the legend use
`ax.figure.suptitle`.
"""

from framing.figures.appearance import style
from framing.figures.counts import plot_counts
from framing.figures.ground import FiguresError
from framing.figures.groups import plot_comparison, plot_contrast
from framing.figures.periods import plot_trend
from framing.figures.saving import save_figure
from framing.figures.sources import plot_sources

__all__ = [
    "FiguresError",
    "plot_comparison",
    "plot_contrast",
    "plot_counts",
    "plot_sources",
    "plot_trend",
    "save_figure",
    "style",
]
