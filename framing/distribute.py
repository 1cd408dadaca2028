"""The same functions over many processes or machines, part by part, with Dask. Nothing is computed here."""

import contextlib
import warnings
from functools import reduce

import numpy as np
import pandas as pd

from framing import tables


class DistributionError(tables.FramingError):
    """A function cannot be run over Dask as asked."""


def distributed(function, table, *arguments, workers=2, scheduler=None, parts=None, **options):
    """`function(table, *arguments, **options)` computed part by part; the same table, row for row.

        fr.distributed(fr.attribute, articles, workers=4)
        fr.distributed(fr.code, statements, scheme, scheduler="tcp://10.0.0.1:8786")

    function : `attribute`, `code`, `evidence`, `score` or any other that answers unit by unit and returns a table.
    table : a table with `unit`; the rows of one unit stay in one part.
    workers : processes on this machine, where no scheduler is given. scheduler : the address of a running Dask
        scheduler, or a dask.distributed.Client, whose workers have this package in the same version.
    parts : into how many parts; by default four for each worker.

    A part whose worker dies is computed anew by another. Warnings of the parts are given here. NOT for functions that
    look at several units together (compare, track). Raises DistributionError where Dask is not installed or the table
    has no `unit`, and whatever the function raises.
    """
    if not isinstance(table, pd.DataFrame) or "unit" not in table:
        raise DistributionError("a table with the column 'unit' is expected, such as articles, statements or codings")
    with _client(workers, scheduler) as client:
        parts = parts or 4 * max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        futures = [
            # the rows travel with the task: data that is scattered would be lost with the worker that holds it
            client.submit(_answered, function, part, arguments, options, pure=False)
            for part in _parted(table, parts)
        ]
        answers = _gathered(futures)
    if faults := [answer for answer, _ in answers if isinstance(answer, tables.FramingError)]:
        raise faults[0]
    for message in dict.fromkeys(message for _, told in answers for message in told):
        warnings.warn(message, tables.FramingWarning, stacklevel=2)
    whole = pd.concat([answer for answer, _ in answers], ignore_index=True)
    whole.attrs = reduce(_with_attrs, (answer.attrs for answer, _ in answers), {})
    return whole


def _answered(function, part, arguments, options):
    """One part's table, or the fault found in it, and the warnings that it gave."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", tables.FramingWarning)
        try:
            answer = function(part, *arguments, **options)
        except tables.FramingError as error:
            answer = type(error)(str(error))  # without what it came from, which does not travel
    return answer, [str(one.message) for one in caught if issubclass(one.category, tables.FramingWarning)]


def _parted(table, parts):
    """At most `parts` tables, whole units each, in the order in which the units first appear."""
    numbers, names = pd.factorize(table["unit"], sort=False)
    bounds = np.linspace(0, len(names), min(parts, max(1, len(names))) + 1).astype(int)
    owner = np.searchsorted(bounds, numbers, side="right") - 1
    for number in range(len(bounds) - 1):
        part = table[owner == number].reset_index(drop=True)
        part.attrs = dict(table.attrs)
        yield part


def _gathered(futures):
    """The futures' results in their order, with a progress bar."""
    from dask.distributed import as_completed
    from tqdm.auto import tqdm

    for _ in tqdm(as_completed(futures), total=len(futures), desc="parts", delay=2, leave=False):
        pass
    return [future.result() for future in futures]


@contextlib.contextmanager
def _client(workers, scheduler):
    try:
        from dask.distributed import Client, LocalCluster
    except ImportError:
        raise DistributionError('Dask is not installed: pip install "media-framing[scale]"') from None
    if isinstance(scheduler, Client):
        yield scheduler
    elif scheduler:
        with Client(scheduler) as client:
            yield client
    else:
        cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        with cluster, Client(cluster) as client:
            yield client


def _with_attrs(attrs, more):
    """The attrs of two parts: lists are joined, all else is the same in every part."""
    joined = {key: [*attrs[key], *value] for key, value in more.items() if isinstance(value, list) and key in attrs}
    return {**attrs, **more, **joined}
