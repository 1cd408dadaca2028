"""A corpus larger than memory → codings on disk, batch by batch; a run that was killed goes on where it stopped."""

import hashlib
import json
import shutil
from pathlib import Path

import pandas as pd

from framing import tables
from framing.coding import code
from framing.files import replacing

_KEY = b"framing.part"  # what a part on disk was made of, in its Parquet metadata
_TEXTS = dict.fromkeys(("unit", "text", "article", "language"), "str")


class StreamError(tables.FramingError):
    """A corpus cannot be coded batch by batch as asked."""


def code_stream(units, scheme, path, *, batch=20_000, morphology="clitics"):
    """What `code` answers, written to a Parquet file batch by batch; returns the path. Read it with `read_codings`.

    units : the path of a .parquet, .jsonl or .csv table with `unit` and `text`, or an iterable of such tables (each is
        then a batch). scheme, morphology : see `code`. path : where the codings go, a .parquet.
    batch : units that are read, coded and written together; memory grows with it and not with the corpus.

    Each batch is first a part of its own in the folder `path` + ".parts", written whole or not at all. A run that was
    killed is started again with the same call: parts that are there are not coded anew, and when all are, they become
    `path` and the folder goes. With "camel" and "alkhalil" the words of each batch are analysed by themselves.

    NOT noticed: one name of a unit in two batches. Raises StreamError for other endings, and where a part on disk was
    made with another scheme, morphology or other units than this call would.
    """
    path = Path(path)
    if path.suffix != ".parquet":
        raise StreamError(f"{path}: codings are streamed to .parquet, found '{path.suffix}'")
    folder = path.with_name(f"{path.name}.parts")
    parts = []
    for number, table in enumerate(_shown(_batches(units, batch))):
        part = folder / f"{number:06}.parquet"
        made_of = {"scheme": scheme.origin, "morphology": morphology, "units": _digest(table)}
        if part.exists():
            _refuse_another(part, made_of)
        else:
            _write(code(table, scheme, morphology=morphology), part, made_of)
        parts.append(part)
    if not parts:
        raise StreamError("there are no units to code; found no batch")
    if more := sorted(set(folder.glob("[0-9]*.parquet")) - set(parts)):
        raise StreamError(f"{more[0]} was coded from units that are not among these; delete {folder} to begin anew")
    _join(parts, path)
    shutil.rmtree(folder)
    return path


def _batches(units, size):
    """Tables of at most `size` rows."""
    if not isinstance(units, str | Path):
        yield from units
        return
    readers = {".parquet": _parquet, ".jsonl": _json_lines, ".csv": _csv}
    units = Path(units)
    if not units.is_file():
        raise StreamError(f"{units}: there is no such file")
    if units.suffix not in readers:
        raise StreamError(f"{units}: units are read from {', '.join(readers)}, found '{units.suffix}'")
    yield from readers[units.suffix](units, size)


def _parquet(path, size):
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for rows in file.iter_batches(size):
            yield rows.to_pandas()


def _json_lines(path, size):
    with pd.read_json(path, lines=True, chunksize=size, dtype=False, encoding="utf-8") as chunks:
        yield from chunks


def _csv(path, size):
    # only an empty cell is empty: NA may be a text
    with pd.read_csv(
        path, chunksize=size, dtype=_TEXTS, keep_default_na=False, na_values=[""], encoding="utf-8-sig"
    ) as chunks:
        yield from chunks


def _shown(batches):
    """The batches, with a progress bar once it takes longer."""
    from tqdm.auto import tqdm

    with tqdm(desc="coded", unit=" units", delay=2, leave=False) as bar:
        for table in batches:
            yield table
            bar.update(len(table))


def _digest(table):
    """Of the names, texts and languages of a batch, by which its part knows it again."""
    tables.check(table, "units")
    named = [name for name in ("unit", "text", "language") if name in table]
    digest = hashlib.sha256()
    for name in named:
        for cell in table[name]:
            digest.update(f"{cell}\x00".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _write(codings, part, made_of):
    import pyarrow as pa
    from pyarrow.parquet import write_table

    rows = pa.Table.from_pandas(codings, preserve_index=False)
    metadata = {**(rows.schema.metadata or {}), _KEY: json.dumps(made_of).encode()}
    with replacing(part) as temporary:
        write_table(rows.replace_schema_metadata(metadata), temporary)


def _refuse_another(part, made_of):
    from pyarrow.parquet import read_schema

    found = json.loads((read_schema(part).metadata or {}).get(_KEY, b"{}"))
    differing = [name for name, value in made_of.items() if found.get(name) != value]
    if differing:
        told = "; ".join(f"{name}: {found.get(name)} there, {made_of[name]} here" for name in differing)
        raise StreamError(
            f"{part} is of another run ({told}); delete {part.parent} to code everything anew, or choose another path"
        )


def _join(parts, path):
    """The parts as one Parquet file, one of them in memory at a time."""
    from pyarrow.parquet import ParquetWriter, read_schema, read_table

    schema = read_schema(parts[0])
    schema = schema.with_metadata({key: value for key, value in schema.metadata.items() if key != _KEY})
    with replacing(path) as temporary, ParquetWriter(temporary, schema) as writer:
        for part in parts:
            writer.write_table(read_table(part).cast(schema))
