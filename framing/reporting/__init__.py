"""Finished tables as HTML to read in a notebook: texts from right to left, with what was found in them marked."""

from framing.reporting.showing import ReportingError, show

__all__ = ["ReportingError", "show"]
