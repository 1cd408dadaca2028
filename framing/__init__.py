"""framing: score news for framing, tie every statement to the source it cites, compare sources, follow change.

    import framing as fr

    articles = fr.read_articles("corpus/notes.jsonl")
    scheme = fr.read_scheme("syria-russia")
    statements = fr.attribute(articles)
    scores = fr.score(fr.code(statements, scheme))
    fr.compare(scores, statements, by="source")

Names are imported when they are first used, so that `import framing` stays quick.
"""

from importlib import import_module

_ROOMS = {
    "tables": ["FramingError", "FramingWarning"],
    "files": ["write_table"],
    "corpus": ["read_articles", "split"],
    "scheme": ["read_scheme", "new_scheme", "diff_schemes", "write_codebook"],
    "matching": ["evidence"],
    "checking": ["check_scheme"],
    "attribution": ["attribute", "read_sources", "source_names", "unknown_sources"],
    "coding": ["code", "read_codings", "write_codings"],
    "streaming": ["code_stream"],
    "scoring": ["score", "contrast"],
    "comparison": ["compare"],
    "trends": ["track", "count"],
    "figures": [
        "style",
        "plot_counts",
        "plot_comparison",
        "plot_contrast",
        "plot_trend",
        "plot_sources",
        "save_figure",
    ],
    "reporting": ["show"],
    "distribute": ["distributed"],
    "exchange": ["read_dictionary", "write_dictionary"],
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = sorted(_ROOM_OF)


def __getattr__(name):
    if name == "__version__":
        return import_module("importlib.metadata").version("media-framing")
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'framing' has no attribute '{name}'; it offers {', '.join(__all__)}")
    return getattr(import_module(f"framing.{_ROOM_OF[name]}"), name)


def __dir__():
    return __all__
