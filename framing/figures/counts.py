"""How many units there are, over time and by group: what a corpus holds before anything is scored."""

import numpy as np
from matplotlib.patches import Patch

from framing.figures import ground
from framing.figures.appearance import COLOURS, HATCHES
from framing.figures.ground import FiguresError
from framing.figures.periods import UPRIGHT
from framing.figures.wording import WORDS


def plot_counts(counts, *, language="en", ax=None):
    """Draw what `count` returns: a bar per period, stacked by group, with its n on top; a period of none stays empty.

    Groups differ by colour and by hatching. language : "ar", "en" or "ru", of the words of the figure.
    Raises FiguresError for another table or language, and for more than 8 groups.
    """
    if missing := {"period", "units"} - set(counts):
        raise FiguresError(f"plot_counts draws what count returns; column {', '.join(sorted(missing))} is missing")
    if language not in WORDS:
        raise FiguresError(f"language must be one of {', '.join(WORDS)}; found {language!r}")
    words, by = WORDS[language], [name for name in counts if name not in ("period", "units")]
    table = counts.pivot_table(index="period", columns=by, values="units", aggfunc="sum", dropna=False) if by else None
    table = counts.set_index("period")[["units"]] if table is None else table.fillna(0)
    ground.few_enough(list(table), "plot_counts")
    ax = ground.axes(ax, width=min(max(ground.WIDTH, 1.6 + 0.62 * len(table)), 14), height=3.6)

    top, handles = np.zeros(len(table)), []
    for place, (group, units) in enumerate(table.items()):
        style = {"facecolor": COLOURS[place], "hatch": HATCHES[place], "edgecolor": "white", "linewidth": 0.5}
        ax.bar(range(len(table)), units, bottom=top, width=0.7, **style)
        top += units.to_numpy()
        values = group if isinstance(group, tuple) else (group,)
        handles.append(Patch(label=f"{ground.group_label(values, language)} ({int(units.sum())})", **style))
    for place, total in enumerate(top):
        ax.annotate(f"{int(total)}", (place, total), xytext=(0, 2), textcoords="offset points", ha="center")

    upright = len(table) <= UPRIGHT
    ax.set_xticks(range(len(table)), table.index, rotation=0 if upright else 90, fontsize="small")
    ax.set_xlim(-0.6, len(table) - 0.4)
    ax.yaxis.get_major_locator().set_params(integer=True)
    ax.set_xlabel(words[counts.attrs.get("count", {}).get("every", "period")])
    ax.set_ylabel(words["counted"].format(units=int(top.sum())))
    if language == "ar":
        ground.names_on_the_right(ax)
    if by:
        ground.legend(ax, handles, language, pad=1.2)
    if undated := counts.attrs.get("undated"):
        ground.caption(ax, [words["undated"].format(undated=undated)], language, width=90)
    return ground.remember(ax, counts)
