"""Who is made to say what, through whom, and when, in Arabic, English and Russian news."""

from framing.attribution.engine import attribute, unknown_sources
from framing.attribution.naming import source_names
from framing.attribution.registry import AttributionError, read_sources

__all__ = ["AttributionError", "attribute", "read_sources", "source_names", "unknown_sources"]
