"""A plain text article: its title, its byline, its body, and the tail of other headlines that is cut."""

import re

import pandas as pd

from framing.readers import ReaderError, note
from framing.text import fold

_LINE = re.compile(r"[^\n\r]+")
_LONGEST_TITLE = 250  # characters
_LONGEST_HEADLINE = 120

_NAME = r"[^\W\d_][^\n:،,;؛.!?؟]{1,60}"
_BYLINES = [
    re.compile(r"By\s+(?P<author>[A-Z][^\n:;!?]{1,60}?)(?:\s*[,|–—]\s*(?P<outlet>[^\n:;!?,]{2,60}))?"),
    re.compile(rf"(?:Автор|Авторы|Текст)\s*[:–—-]\s*(?P<author>{_NAME})"),
    re.compile(rf"(?:بقلم|كتابة)\s*:?\s+(?P<author>{_NAME})"),
    re.compile(rf"(?:كتب|كتبت|إعداد|اعداد|الكاتب|الكاتبة)\s*:\s*(?P<author>{_NAME})"),
    re.compile(rf"(?P<outlet>{_NAME}?)\s*(?:\s[-–—]|[–—])\s*(?P<author>{_NAME}?)\s*:"),
]

_TAIL_HEADINGS = re.compile(
    fold(
        "(?:آخر|أحدث|المزيد من) الأخبار|(?:أخبار|مواضيع|موضوعات|مقالات) (?:ذات صلة|متعلقة)|ذات صلة|اقرأ المزيد|"
        "(?:اقرأ|إقرأ|شاهد|قد يعجبك|قد يهمك) أيضاً|الأكثر قراءة|"
        "related(?: (?:articles|stories|topics|news))?|(?:read|see) also|(?:read more|more news|latest news|most read)|"
        "more on this story|you may also like|"
        "(?:читайте|смотрите) также|(?:ещё |материалы )?по теме|(?:другие|последние) новости|самое читаемое"
    )
)


def read_plain(text):
    """(table of one row, notes) from the text of one file: title, outlet, author, text and `offset`.

    The title is the first line, the byline the next one if it has a form that is known here («الثورة – سامر الحلبي:»,
    «بقلم …», "By …", «Автор: …»). `text` is the body without them, `offset` the code point where it begins in the file.
    From a line such as «آخر الأخبار» or "Read more" on, the text is cut when at least two paragraphs stand before it
    and only headlines follow. A file of a single line is a body without a title.

    Not found: a byline inside the first paragraph or after the last one, a city before an agency («دمشق – سانا» without
    a colon), a tail without a heading. Raises ReaderError where there is no body.
    """
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    if not lines:
        raise ReaderError("the file holds no text; leave it out or fill it")
    title, lines, notes = _title(lines)
    byline, lines = _byline(lines)
    if byline:
        notes.append(note("byline taken out of the text", byline.string))
    if not lines:
        raise ReaderError(f"the file has a heading ({title!r}) and no body; leave it out or fill it")
    body, cut = _body(lines)
    notes += _cut(text, body, cut)
    start = lines[0].end() - len(lines[0].group().lstrip())
    end = body[-1].start() + len(body[-1].group().rstrip())
    found = byline.groupdict() if byline else {}
    row = {"text": text[start:end], "title": title, "outlet": _name(found.get("outlet"))}
    return pd.DataFrame([row | {"author": _name(found.get("author")), "offset": start}], index=[1], dtype=object), notes


def _title(lines):
    first = lines[0].group().strip()
    if len(lines) == 1:
        return None, lines, [note("no title: the file is a single line", first[:60])]
    if len(first) > _LONGEST_TITLE:
        return None, lines, [note("no title: the first line is a paragraph", f"{len(first)} characters")]
    return first, lines[1:], []


def _byline(lines):
    line = lines[0].group().strip().strip("\ufeff\u200e\u200f") if lines else ""
    found = next((match for pattern in _BYLINES if (match := pattern.fullmatch(line))), None)
    return (found, lines[1:]) if found else (None, lines)


def _name(printed):
    return printed.strip() if printed else None


def _body(lines):
    """The lines of the body, and the lines of the tail under its heading."""
    for number, line in enumerate(lines):
        if number >= 2 and _is_tail_heading(line.group()):
            return (lines[:number], lines[number:]) if _only_headlines(lines[number + 1 :]) else (lines, [line])
    return lines, []


def _is_tail_heading(line):
    return len(line) < 60 and bool(_TAIL_HEADINGS.fullmatch(fold(line.strip(" \t\u00a0:.…*#-–—=|>»•"))))


def _only_headlines(lines):
    paragraphs = [line.group().strip() for line in lines]
    return not any(len(line) > _LONGEST_HEADLINE and line.endswith((".", ".»", '."', ".”")) for line in paragraphs)


def _cut(text, body, tail):
    if not tail:
        return []
    heading = tail[0].group().strip()
    if tail[0] in body:
        remedy = "take the lines of other articles out of the file if there are any"
        return [note("a heading of other articles stands amid the text; nothing was cut", heading, remedy)]
    length = len(text[tail[0].start() :].rstrip())
    return [note("tail of other headlines cut", f"{length} characters from «{heading}» on")]
