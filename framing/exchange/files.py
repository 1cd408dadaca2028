"""The file of a foreign dictionary: which program it is of, read to a scheme and written from one."""

import warnings
from pathlib import Path

from framing.corpus.encoding import decoded
from framing.exchange import lexicoder, liwc, quanteda, wordstat, yoshikoder
from framing.exchange.dictionary import Dictionary, ExchangeError, from_scheme, to_scheme
from framing.files import write_text
from framing.tables import FramingError, FramingWarning

# ending -> the module of its format; quanteda reads .lcd with Yoshikoder's reader too
FORMATS = {
    ".dic": liwc,
    ".lc3": lexicoder,
    ".lcd": yoshikoder,
    ".ykd": yoshikoder,
    ".cat": wordstat,
    ".yml": quanteda,
    ".yaml": quanteda,
}


def read_dictionary(path, *, language=None):
    """The scheme that a dictionary of another program amounts to.

    path : LIWC .dic, Lexicoder .lc3, Yoshikoder .ykd, WordStat .cat, or quanteda's YAML .yml; in UTF-8 or in the old
        encodings of Windows. language : of its patterns ('ar', 'en', 'ru'); without it each pattern's script tells.

    Outermost categories become frames and innermost ones items. A FramingWarning names everything that a scheme cannot
    hold. NOT read: LIWC-22's .dicx. Raises ExchangeError for a file that is none of these, or broken: file and line.
    """
    path, form = _format(path)
    try:
        text, _ = decoded(path.read_bytes())
        dictionary = form.read(text.replace("\r\n", "\n").replace("\r", "\n"), path.stem)
    except OSError as error:
        raise ExchangeError(f"{path}: cannot be read ({error.strerror})") from None
    except FramingError as error:
        raise ExchangeError(f"{path}: {error}") from None
    scheme = to_scheme(dictionary, language)
    _warn(path, "not held by the scheme", dictionary.losses)
    return scheme


def write_dictionary(scheme, path, *, language):
    """Write a scheme's indicators in one language ('ar', 'en', 'ru') for another program; returns the path.

    The format follows the ending, as in `read_dictionary`. A FramingWarning names everything that the file cannot hold.
    Raises ExchangeError for another ending and for a language in which the scheme has no indicators.
    """
    path, form = _format(path)
    if language not in scheme.languages:
        had = ", ".join(scheme.languages)
        raise ExchangeError(f"scheme {scheme.name} has no indicators in {language!r}; it has {had}")
    dictionary = from_scheme(scheme, language)
    text, losses = form.write(Dictionary(dictionary.name, dictionary.keys, []))
    write_text(text, path)
    _warn(path, "not held by the file", [*dictionary.losses, *losses])
    return path


def _format(path):
    path = Path(path)
    if path.suffix.lower() not in FORMATS:
        raise ExchangeError(f"{path}: dictionaries are {', '.join(FORMATS)}; found '{path.suffix}'")
    return path, FORMATS[path.suffix.lower()]


def _warn(path, what, losses):
    if losses:
        told = "\n  ".join(dict.fromkeys(losses))
        warnings.warn(f"{path}: {what}:\n  {told}", FramingWarning, stacklevel=3)
