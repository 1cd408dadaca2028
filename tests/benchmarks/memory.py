"""Do time and memory grow with the corpus alone: python tests/benchmarks/memory.py [ARTICLES …]

The sentences of 1,000, 10,000 and 50,000 articles of 400 words (or of other numbers), drawn as in matching.py, are read
from a Parquet file and coded to another with `code_stream`, each size in a process of its own. Printed are seconds and
peak memory, and both as ratios to the smallest size.
"""

import resource
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

import matching

import framing as fr


def measured(units, codings):
    """Prints the seconds and the megabytes of this process, which codes a file."""
    scheme = fr.read_scheme("syria-russia")
    begun = time.process_time()
    fr.code_stream(units, scheme, codings)
    print(time.process_time() - begun, peak())


def peak():
    """The most memory that this process has held, in megabytes."""
    status = Path("/proc/self/status")
    if status.is_file():  # what getrusage says begins on Linux with the process that started this one
        lines = status.read_text(encoding="utf-8").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2  # in bytes on macOS


def main(sizes):
    warnings.simplefilter("ignore", fr.FramingWarning)
    if not matching.CORPUS.is_file():
        sys.exit(f"not measured: {matching.CORPUS} is not there")
    articles = fr.read_articles(matching.CORPUS)
    print(matching.machine())
    first = None
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            units = Path(folder) / "units.parquet"
            matching.drawn(articles, size).to_parquet(units, index=False)
            run = [sys.executable, __file__, str(units), str(Path(folder) / "codings.parquet")]
            told = subprocess.run(run, check=True, capture_output=True, text=True)
        seconds, megabytes = map(float, told.stdout.split())
        first = first or (size, seconds, megabytes)
        ratios = size / first[0], seconds / first[1], megabytes / first[2]
        print(f"{size:7,} articles {seconds:7.1f} s {megabytes:6,.0f} MB   ", end="")
        print("times the articles {:.0f}, the seconds {:.1f}, the memory {:.2f}".format(*ratios))


if __name__ == "__main__":
    if sys.argv[1:] and not sys.argv[1].isdigit():
        measured(*sys.argv[1:])
    else:
        main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 50_000])
