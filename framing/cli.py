"""The command `framing`: thin, every line a call into the rooms above."""

import sys
import warnings
from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

import framing as fr
from framing.dates import unread_dates

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
Morphology = Annotated[
    str, typer.Option(help="How Arabic words are found: clitics (by rule), camel or alkhalil (by lemma)")
]
EXCERPT = 70  # characters of a statement that the table shows


@app.callback()
def framing():
    """Score news articles for framing, each statement with the source that it cites."""


@app.command()
def code(
    files: Annotated[
        list[Path], typer.Argument(help="Articles: .txt, folders of .txt, .csv .tsv .jsonl .parquet .xlsx")
    ],
    scheme: Annotated[str, typer.Option(help="A scheme that ships, or the path of your own")] = "syria-russia",
    out: Annotated[Path | None, typer.Option(help="Folder for the tables as CSV and Parquet")] = None,
    published: Annotated[str | None, typer.Option(help="Date of publication, where the files have none")] = None,
    outlet: Annotated[str | None, typer.Option(help="Outlet, where the files have none")] = None,
    bom: Annotated[bool, typer.Option("--bom", help="CSV with a byte order mark, for Excel")] = False,
    morphology: Morphology = "clitics",
):
    """Find the statements of articles, who made them, when, and the frames that they carry."""
    console, notes = _consoles()
    scheme = fr.read_scheme(scheme)
    articles = fr.read_articles(files, published=published, outlet=outlet)
    statements = fr.attribute(articles)
    found = fr.evidence(statements, scheme, morphology=morphology)
    codings = fr.code(statements, scheme, morphology=morphology)
    scores = fr.score(codings)

    console.print(_overview(articles, statements, scheme))
    console.print(_table(statements, scores, scheme))
    for line in _remarks(articles, statements):
        notes.print(line, highlight=False, markup=False, soft_wrap=True)
    if out:
        named = {
            "articles": articles,
            "statements": statements,
            "evidence": found,
            "codings": codings,
            "scores": scores,
        }
        for name, table in named.items():
            fr.write_table(table, out / f"{name}.csv", bom=bom)
            fr.write_table(table, out / f"{name}.parquet")
        notes.print(f"written to {out}: {', '.join(named)}, each as .csv and .parquet", highlight=False, markup=False)


@app.command()
def check(
    scheme: Annotated[str, typer.Argument(help="The YAML file of a scheme, or the name of one that ships")],
    files: Annotated[list[Path] | None, typer.Argument(help="Articles on which the indicators are tried")] = None,
    morphology: Morphology = "clitics",
):
    """Find the faults of a scheme, and what in it works otherwise than meant; exit code 1 where there is any fault."""
    units = fr.split(fr.read_articles(files)) if files else None
    findings = fr.check_scheme(scheme, units, morphology=morphology)
    for row in findings.itertuples():
        print(f"{row.file}:{row.line}:{row.column}: {row.severity}: {row.address} {row.message}")
    counts = findings["severity"].value_counts()
    print(f"{counts.get('fault', 0)} faults, {counts.get('warning', 0)} warnings", file=sys.stderr)
    raise typer.Exit(1 if "fault" in counts else 0)


@app.command()
def codebook(
    scheme: Annotated[str, typer.Argument(help="The YAML file of a scheme, or the name of one that ships")],
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write: .html or .md")] = Path("codebook.html"),
):
    """Write the codebook of a scheme, for coders and for a paper's appendix."""
    print(fr.write_codebook(fr.read_scheme(scheme), out))


@app.command()
def new(path: Annotated[Path, typer.Argument(help="The YAML file to write")]):
    """Write a commented scheme to begin with."""
    print(fr.new_scheme(path))


@app.command()
def diff(
    before: Annotated[str, typer.Argument(help="The older scheme: a file, or a name that ships")],
    after: Annotated[str, typer.Argument(help="The newer scheme")],
    codings: Annotated[Path | None, typer.Option(help="Codings made with the older one, .csv or .parquet")] = None,
):
    """Tell what changed between two versions of a scheme, and how many codings it touches; exit code 1 if anything."""
    given = fr.read_codings(codings) if codings else None
    changes = fr.diff_schemes(fr.read_scheme(before), fr.read_scheme(after), given)
    for row in changes.itertuples():
        place = ".".join(filter(None, (row.frame, row.item, row.part)))
        touched = "" if given is None else f" ({row.codings} codings)"
        print(f"{row.change} {place}{touched}")
        for sign, lines in (("-", row.before), ("+", row.after)):
            for line in lines.splitlines():
                print(f"  {sign} {line}")
    raise typer.Exit(1 if len(changes) else 0)


def main():
    """Entry point: a fault of the input ends in its sentence, not in a traceback."""
    warnings.showwarning = _show_warning
    try:
        app()
    except fr.FramingError as error:
        sys.exit(f"framing: {error}")


def _consoles():
    # a pipe or a file has no width of its own
    width = None if sys.stdout.isatty() else 140
    return Console(width=width), Console(width=width)


def _overview(articles, statements, scheme):
    named = (("article", articles), ("statement", statements))
    counted = [f"{len(table)} {name}{'s' * (len(table) != 1)}" for name, table in named]
    counts = ", ".join([*counted, f"scheme {scheme.name} {scheme.version}"])
    if len(articles) > 1:
        return counts
    told = articles.reindex(columns=["title", "outlet", "author", "published"]).iloc[0].dropna()
    if "published" in told:
        told["published"] = f"{told['published']:%Y-%m-%d}"
    return "\n".join([*(f"{name}: {value}" for name, value in told.items() if value), counts])


def _table(statements, scores, scheme):
    carried = scores[scores["score"] > 0].groupby("unit")["frame"].agg(list)
    spoken = statements["language"].mode().get(0, "en")
    several = ["article"] if statements["article"].nunique() > 1 else []
    columns = [*several, "source", "kind", "said on", "frames", "excerpt"]
    table = Table(*columns, caption="~ the date of the article, no other is given")
    for row in statements.fillna("").assign(name=fr.source_names(statements, spoken)).itertuples():
        source = f"{row.name} ({row.source_type})" + (f" via {row.via}" if row.via else "")
        said_on = f"~{row.said_on}" if row.dated_by == "article" else row.said_on
        frames = ", ".join(scheme.label(frame, "en") for frame in carried.get(row.unit, [])) or "–"
        cells = [source, row.kind, said_on, frames, shorten(row.text, EXCERPT, placeholder=" …")]
        table.add_row(*map(Text, [row.article, *cells] if several else cells))
    return table


def _remarks(articles, statements):
    """What was cut, guessed or not known, one sentence a line."""
    for note in articles.attrs["reading"]:
        row = "" if note["row"] is None else f", row {note['row']}"
        yield f"{note['file']}{row}: {note['what']}: {note['found']}" + (
            f" ({note['remedy']})" if note["remedy"] else ""
        )
    unknown = fr.unknown_sources(statements)
    if len(unknown):
        names = ", ".join(f"{row.source} ({row.statements})" for row in unknown.itertuples())
        yield f"sources that the registry does not know: {names}"
    for row in unread_dates(articles).itertuples():
        yield f"date not read: {row.text} in {row.unit} at {row.start}: {row.reason}"


def _show_warning(message, category, filename, lineno, file=None, line=None):
    print(f"framing: {message}", file=sys.stderr)


if __name__ == "__main__":
    main()
