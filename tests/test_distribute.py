"""Part by part over Dask: the same tables, whatever happens to a worker."""

import os
import signal
import sys

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import framing as fr
from framing.distribute import DistributionError, distributed
from framing.tables import FramingWarning

pytest.importorskip("dask.distributed", reason='Dask is an extra: pip install "media-framing[scale]"')


@pytest.fixture(scope="module")
def client():
    from dask.distributed import Client, LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        yield client


@pytest.fixture(scope="module")
def notes():
    return fr.read_articles("corpus/notes.jsonl").head(24)


@pytest.fixture(scope="module")
def scheme():
    return fr.read_scheme("syria-russia")


def test_attribute_code_and_score_give_the_same_tables_row_for_row(client, notes, scheme):
    statements = distributed(fr.attribute, notes, scheduler=client, parts=5)
    assert_frame_equal(statements, fr.attribute(notes))
    codings = distributed(fr.code, statements, scheme, scheduler=client, parts=5)
    assert_frame_equal(codings, fr.code(statements, scheme))
    two_coders = pd.concat([codings, codings.assign(coder="second")], ignore_index=True)
    assert_frame_equal(
        distributed(fr.score, two_coders, scheduler=client, rule="share"), fr.score(two_coders, rule="share")
    )


def test_the_origin_of_the_tables_travels_too(client, notes, scheme):
    codings = distributed(fr.code, fr.attribute(notes), scheme, scheduler=client, parts=3)
    assert codings.attrs["scheme"] == scheme.origin
    texts = pd.DataFrame({"unit": ["a", "b"], "text": ["قال الوزير «نعم ثم مضى.", "قال الوزير «لا ثم مضى."]})
    alone = fr.attribute(texts)
    assert len(alone.attrs["unpaired_marks"]) == 2
    assert distributed(fr.attribute, texts, scheduler=client, parts=2).attrs == alone.attrs


def test_warnings_of_the_parts_are_given_once(client, scheme):
    units = pd.DataFrame({"unit": ["a", "b"], "text": ["123", "456"]})
    with pytest.warns(FramingWarning, match="left unanswered") as caught:
        distributed(fr.code, units, scheme, scheduler=client, parts=2)
    assert len(caught) == 1


def killed_once(table, flag):
    """The evidence of a table, but the first process that is asked dies."""
    try:
        os.close(os.open(flag, os.O_CREAT | os.O_EXCL))
        os.kill(os.getpid(), signal.SIGKILL)
    except FileExistsError:
        pass
    return fr.evidence(table, fr.read_scheme("syria-russia"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL does not exist on Windows")
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(client, notes, scheme, tmp_path):
    flag = tmp_path / "killed"
    found = distributed(killed_once, notes, str(flag), scheduler=client, parts=6)
    assert flag.exists()
    assert_frame_equal(found, fr.evidence(notes, scheme))


def test_what_the_function_raises_is_raised_here(client):
    units = pd.DataFrame({"unit": ["a"], "body": ["x"]})
    with pytest.raises(fr.FramingError, match="column 'text' is missing"):
        distributed(fr.evidence, units, fr.read_scheme("syria-russia"), scheduler=client)


@pytest.mark.parametrize("wrong", [[1, 2], pd.DataFrame({"text": ["x"]})])
def test_anything_but_a_table_of_units_is_refused(wrong):
    with pytest.raises(DistributionError, match="a table with the column 'unit' is expected"):
        distributed(fr.attribute, wrong)


def test_a_scheduler_is_reached_by_its_address_and_a_local_one_is_started_otherwise(client, notes):
    few = notes.head(2)
    assert_frame_equal(distributed(fr.attribute, few, scheduler=client.scheduler.address), fr.attribute(few))
    assert_frame_equal(distributed(fr.attribute, few, workers=1), fr.attribute(few))
