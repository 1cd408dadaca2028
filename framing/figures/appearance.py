"""How figures look: the same in notebooks and files, for colour-blind readers and in grey."""

import sys

import matplotlib as mpl

# Okabe & Ito (2008), Color Universal Design; ordered so that neighbours differ in lightness
COLOURS = ["#0072B2", "#E69F00", "#000000", "#CC79A7", "#009E73", "#D55E00", "#56B4E9", "#7F7F7F"]
MARKERS = ["o", "s", "^", "D", "v", "P", "X", "h"]
DASHES = ["-", "--", ":", "-.", (0, (5, 1)), (0, (3, 1, 1, 1)), (0, (1, 1)), (0, (5, 5))]

HATCHES = ["", "///", "...", "xxx", "\\\\\\", "ooo", "+++", "---"]

# DejaVu Sans comes with matplotlib and has Arabic and Cyrillic; matplotlib 3.11 joins and orders Arabic by itself
SETTINGS = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.color": "#DDDDDD",
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "figure.constrained_layout.use": True,
    "figure.dpi": 100,
    "svg.fonttype": "path",
    "svg.hashsalt": "framing",
}


def style():
    """Set matplotlib's options for the figures of this package; in a notebook, draw SVG that is equal on every run.

    Changes `matplotlib.rcParams` of the whole session. Without this call `plot_*` draw with whatever is set.
    """
    mpl.rcParams.update(SETTINGS)
    if "IPython" not in sys.modules:
        return
    from IPython import get_ipython

    if get_ipython() is None:
        return
    from matplotlib_inline.backend_inline import set_matplotlib_formats

    # nbval compares SVG but no PNG. A date would change it on every run; and as the layout makes room for everything,
    # nothing is left to cut to a tight box
    set_matplotlib_formats("svg", metadata={"Date": None}, bbox_inches=None)
