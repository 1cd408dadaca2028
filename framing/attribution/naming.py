"""What a source is called in a figure or a table for readers."""

from framing.attribution.registry import display_name, read_sources


def source_names(statements, language="ar", *, sources=None):
    """The `source` of every statement by its name in 'ar', 'en' or 'ru', as a Series of the same index.

    A source of the registry (`sources`, else the one that ships) without a name in that language keeps a name that it
    has; a source that the registry does not know keeps its name as resolved; a missing one stays missing.
    """
    registry = read_sources() if sources is None else sources
    known = {source.id: display_name(source, language) for source in registry.sources.values()}
    return statements["source"].map(lambda name: known.get(name, name), na_action="ignore").rename(None)
