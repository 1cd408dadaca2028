"""The dictionary of a scheme as one more coder of real news: its agreement with the gold beside the project."""

import json
import subprocess
import sys

import pandas as pd

import framing as fr


def test_the_dictionary_agrees_with_the_gold_of_both_frames(shared, tmp_path):
    gold = pd.read_json(shared / "gold/frames/sentences.jsonl", lines=True, dtype={"article": str})
    units = gold[["article", "start", "end", "text"]].assign(language="ar")
    units["unit"] = units["article"] + ":" + units["start"].astype(str)
    scores = fr.score(fr.code(units, fr.read_scheme("syria-russia")))
    found = scores.pivot(index="unit", columns="frame", values="score").loc[units["unit"]].astype(int)
    rows = pd.concat([units[["article", "start", "end"]], found.reset_index(drop=True)], axis=1)
    sheet = tmp_path / "found.jsonl"
    lines = [json.dumps(row) for row in rows.to_dict("records")]
    sheet.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, shared / "evaluate/frames.py", shared / "gold/frames/sentences.jsonl", sheet]
    scored = subprocess.run([*command, "--min", "0.62"], capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout + scored.stderr
    assert scored.stdout.count("\n") == 3
