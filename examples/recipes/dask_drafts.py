import json
import sys

import dask.bag
from dask.distributed import Client

import notelint


def judged(lines):
    drafts = [json.loads(line) for line in lines]
    found = notelint.lint_batch([draft.pop("text") for draft in drafts], drafts)
    return [json.dumps(one) for one in found]


if __name__ == "__main__":
    source, target = sys.argv[1:]
    with Client(threads_per_worker=1, host="127.0.0.1", dashboard_address=None):
        dask.bag.read_text(f"{source}/*.jsonl").map_partitions(judged).to_textfiles(f"{target}/*.jsonl")
