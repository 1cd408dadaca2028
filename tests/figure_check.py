"""Do the figures that the notebooks have just written equal those that are committed?

    python tests/figure_check.py [PROJECT]

CSV is compared by value. SVG is compared byte for byte where the installed packages are those of requirements.lock,
and elsewhere, where other versions may draw other curves, by the origin it states (corpus and scheme).
Exit status 1 and one line a figure where anything differs.
"""

import io
import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pandas as pd
from defusedxml.ElementTree import fromstring

DRAWN_BY = ("matplotlib", "numpy", "pandas", "scipy")


def committed(project):
    """Name → bytes of every figure file in the last commit."""
    names = _git(project, "ls-tree", "-r", "--name-only", "HEAD", "figures/").decode("utf-8").split()
    return {name: _git(project, "show", f"HEAD:{name}") for name in names if name.endswith((".svg", ".csv"))}


def written(project):
    """Name → bytes of every figure file as it is now."""
    files = [path for path in (project / "figures").iterdir() if path.suffix in (".svg", ".csv")]
    return {f"figures/{path.name}": path.read_bytes() for path in files}


def differences(before, after, locked):
    """One sentence for every file that is missing, new or changed."""
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"{name}: committed, but no notebook wrote it"
        elif name not in before:
            yield f"{name}: written, but not committed"
        elif name.endswith(".csv"):
            yield from _table_differs(name, before[name], after[name])
        elif locked and before[name] != after[name]:
            yield f"{name}: the drawing differs from the committed one"
        elif not locked and _origin(before[name]) != _origin(after[name]):
            yield f"{name}: drawn from another corpus or scheme than the committed one"


def is_locked(project):
    """Whether what draws is installed as requirements.lock pins it."""
    lock = (project / "requirements.lock").read_text(encoding="utf-8")
    try:
        return all(re.search(rf"^{name}=={re.escape(version(name))}(?:\s|$)", lock, re.M) for name in DRAWN_BY)
    except PackageNotFoundError:
        return False


def _table_differs(name, before, after):
    old, new = (pd.read_csv(io.BytesIO(content)) for content in (before, after))
    try:
        pd.testing.assert_frame_equal(old, new, rtol=1e-6, atol=1e-9)
    except AssertionError as error:
        yield f"{name}: {' '.join(str(error).split())}"


def _origin(svg):
    """The corpus and the scheme that a figure says it was made from."""
    said = next(fromstring(svg).iter("{http://purl.org/dc/elements/1.1/}description")).text
    return {key: value for key, value in json.loads(said).items() if key in ("corpus", "scheme")}


def _git(project, *arguments):
    return subprocess.run(["git", "-C", project, *arguments], check=True, capture_output=True).stdout


def main():
    project = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    before, after, locked = committed(project), written(project), is_locked(project)
    found = list(differences(before, after, locked))
    for line in found:
        print(line)
    how = "byte for byte" if locked else "by value: this is not the locked environment"
    print(f"figures: {len(before)} files compared ({how}), {len(found)} differ")
    if found or not before:
        sys.exit("figures: they are not what is committed; if the change is meant, commit figures/ and notebooks/")


if __name__ == "__main__":
    main()
