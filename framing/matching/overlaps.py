"""Where matches overlap, the longest is kept, as quanteda does within one key."""

import numpy as np


def longest(starts, ends, rules, owners, claims):
    """The rows of the matches that are kept, in order. A match that claims what no other claims is kept.

    starts, ends, rules : an entry per match; the longest goes first, then the one that begins first, then the one whose
        rule stands first
    owners, claims : an entry per word of a match: the row of the match, and a number for the word in its scope
    """
    order = np.argsort(claims, kind="stable")
    same = np.flatnonzero(claims[order][1:] == claims[order][:-1])
    contested = np.zeros(len(rules), bool)
    contested[owners[order[same]]] = contested[owners[order[same + 1]]] = True
    kept, taken = ~contested, set()
    rows = np.flatnonzero(contested)
    rows = rows[np.lexsort([rules[rows], starts[rows], starts[rows] - ends[rows]])]
    bounds = np.searchsorted(owners, [rows, rows + 1]).T.tolist()
    for row, (first, last) in zip(rows.tolist(), bounds, strict=True):
        words = claims[first:last].tolist()
        if taken.isdisjoint(words):
            taken.update(words)
            kept[row] = True
    return np.flatnonzero(kept)
