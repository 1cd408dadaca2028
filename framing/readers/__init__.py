"""One file per format that needs more than pandas: text or bytes in, a table and notes out.

A reader never opens a file. The table's index holds the number under which a researcher finds each row again (the line
of a text file, the row of a sheet). A note is a dict of `row` (or None), `what`, `found` and `remedy`; without a remedy
it only informs. A format that cannot be read at all raises `ReaderError`.
"""

from framing.tables import FramingError


class ReaderError(FramingError):
    """The content is not what the file's ending promises."""


def note(what, found, remedy=None, row=None):
    """One thing that was set aside, cut or guessed while reading."""
    return {"row": row, "what": what, "found": found, "remedy": remedy}
