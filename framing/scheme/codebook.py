"""A scheme as a codebook: Markdown with blocks from right to left for Arabic, or the same as a page of HTML."""

from functools import partial
from html import escape
from importlib.resources import files
from pathlib import Path

from framing.files import FileError, write_text

# no text of a scheme stands inside an attribute, so quotation marks may stay readable
escape = partial(escape, quote=False)

_NAMES = {"ar": "Arabic", "en": "English", "ru": "Russian"}


def markdown(scheme):
    """The whole codebook: every frame, item, rule, example and indicator, in the order of the file."""
    lines = [f"## {_inline(scheme.title)}", ""]
    lines += [f"`{scheme.name}` {escape(scheme.version)} · sha256 `{scheme.sha256[:12]}…`", ""]
    lines += [f"{name}: {escape(value)}\n" for name, value in _signature(scheme)]
    for name, frame in scheme.all_frames.items():
        lines += [f"### {_inline(frame.labels)} (`{name}`)", "", escape(frame.definition or ""), ""]
        for item_name, item in frame.items.items():
            lines += _item(item_name, item)
    lines += [
        f"- {_inline(contrast.labels)} (`{name}`): `{contrast.positive}` ↔ `{contrast.negative}`"
        for name, contrast in scheme.contrasts.items()
    ]
    return "\n".join(lines)


def write_codebook(scheme, path):
    """Write the codebook for a paper's appendix, as .md or as one .html file without links; returns the path."""
    path = Path(path)
    if path.suffix not in (".md", ".html"):
        raise FileError(f"{path}: a codebook is written as .md or .html, found '{path.suffix}'")
    return write_text(markdown(scheme) + "\n" if path.suffix == ".md" else html(scheme), path)


def html(scheme):
    """The whole codebook as one page."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark").enable("table").render(markdown(scheme))
    style = files("framing.scheme").joinpath("codebook.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{escape(scheme.name)} {escape(scheme.version)}</title><style>{style}</style>'
    return f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body>\n{body}</body></html>\n'


def _signature(scheme):
    named = {
        "Authors": ", ".join(scheme.authors),
        "Licence": scheme.licence,
        "Reference": scheme.reference,
        "About": scheme.description,
    }
    return [(name, value) for name, value in named.items() if value]


def _item(name, item):
    heading = f"{_inline(item.labels)} (`{name}`)" if item.labels else f"`{name}`"
    lines = [f"#### {heading}", "", f"**{escape(item.question)}**", ""]
    lines += [f"- yes: {escape(item.include)}"] if item.include else []
    lines += [f"- no: {escape(item.exclude)}"] if item.exclude else []
    lines += ["", "| | yes | no | indicators |", "|---|---|---|---|"]
    for language, indicators in item.indicators.items():
        phrases = ", ".join if language != "ar" else "، ".join
        cells = [
            "<br>".join(item.examples.get(language, ())),
            "<br>".join(item.counter_examples.get(language, ())),
            phrases(entry.text for entry in indicators),
        ]
        lines.append(f"| {_NAMES[language]} | {' | '.join(_block(cell, language) for cell in cells)} |")
    return [*lines, ""]


def _inline(labels):
    return " · ".join(
        f'<span lang="{code}" dir="{_direction(code)}">{escape(" / ".join(texts))}</span>'
        for code, texts in labels.items()
    )


def _block(text, language):
    cell = escape(text).replace("&lt;br&gt;", "<br>").replace("|", "&#124;").replace("*", "&#42;").replace("\n", " ")
    return f'<div lang="{language}" dir="{_direction(language)}">{cell}</div>'


def _direction(language):
    return "rtl" if language == "ar" else "ltr"
