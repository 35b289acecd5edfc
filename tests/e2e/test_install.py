"""Installed as a wheel and as an editable install, notelint finds its rules; an edited rule is seen at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE = sysconfig.get_paths()["purelib"]
PARTS = ("src", "rules", "docs", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project, so that nothing is built inside it."""
    copy = tmp_path_factory.mktemp("project")
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
        else:
            shutil.copy(ROOT / part, copy / part)
    return copy


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """An empty virtual environment, which borrows the packages that notelint needs from this one."""
    folder = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    return folder / "bin" / "python"


def run(*command, cwd=None, path=None):
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(str(one) for one in (path, SITE) if one)}
    return subprocess.run(
        [str(part) for part in command], env=environment, cwd=cwd, capture_output=True, text=True, check=False
    )


def install(python, *what):
    done = run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        *what,
    )
    assert done.returncode == 0, done.stderr


def test_the_wheel_brings_every_rule(project, tmp_path):
    done = run(
        sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", tmp_path, project
    )
    assert done.returncode == 0, done.stderr
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    wanted = {
        f"notelint/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.yml")
    }
    assert wanted <= names
    assert "notelint/py.typed" in names
    assert {f"notelint/ui/page/static/{name}" for name in ("index.html", "style.css", "app.js", "icon.svg")} <= names


def test_spacy_finds_the_component_of_an_installed_notelint(project, tmp_path):
    target = tmp_path / "site"
    done = run(
        sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "-t", target, project
    )
    assert done.returncode == 0, done.stderr
    code = "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('notelint'); print(nlp('Thank you!!')._.notelint != [])"
    done = run(sys.executable, "-c", code, cwd=tmp_path, path=target)
    assert (done.returncode, done.stdout) == (0, "True\n"), done.stderr


def test_an_edited_rule_is_seen_in_an_editable_install(project, python, tmp_path):
    install(python, "-e", project)
    draft = tmp_path / "note.txt"
    draft.write_text("Dear Ms. Okafor,\n\nThank you!! It was good.\n\nKind regards,\nDana\n")
    rule = project / "rules" / "tone" / "no-shouting.yml"
    before = run(python, "-m", "notelint", "--select", "no-shouting", "--kind", "thank-you", draft, cwd=tmp_path)
    assert "shouts" in before.stdout, before.stderr
    rule.write_text(rule.read_text().replace("shouts", "is loud"))
    after = run(python, "-m", "notelint", "--select", "no-shouting", "--kind", "thank-you", draft, cwd=tmp_path)
    assert "is loud" in after.stdout, after.stderr
