"""Units + scheme → evidence: what was found, where, and by which indicator.

The way through the room: `rules` makes of a scheme's indicators what is looked for in one language; `scan` finds the
phrases of all of them in one Aho-Corasick pass over many folded texts; `nearness`, `expressions` and `negation` judge
what one phrase alone cannot tell; `finding` keeps the longest matches and writes the table.
"""

from framing.matching.finding import CODER, counted, evidence
from framing.matching.rules import MatchingError

__all__ = ["CODER", "MatchingError", "counted", "evidence"]
