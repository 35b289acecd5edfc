import json
import sys

import ray

import notelint


def judged(batch):
    drafts = [json.loads(line) for line in batch["text"]]
    found = notelint.lint_batch([draft.pop("text") for draft in drafts], drafts)
    return {"draft": [json.dumps(one) for one in found]}


if __name__ == "__main__":
    source, target = sys.argv[1:]
    ray.init(include_dashboard=False)
    ray.data.read_text(source).map_batches(judged, batch_size=500).write_json(target)
