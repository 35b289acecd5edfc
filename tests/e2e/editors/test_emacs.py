"""Emacs in batch mode: compile knows the lines, eglot and flymake show what the server says and make its edits."""

import pytest

from .conftest import DRAFT, FOUND, block

COMPILE = """
(find-file "draft.txt")
(let ((compilation-ask-about-save nil) (process nil))
  (setq process (get-buffer-process (compile "notelint --format concise draft.txt")))
  (while (process-live-p process) (accept-process-output process 0.1))
  (with-current-buffer "*compilation*"
    (let ((inhibit-read-only t)) (compilation--ensure-parse (point-max)))
    (message "counted: %s %s %s" compilation-num-errors-found compilation-num-warnings-found compilation-num-infos-found)
    (goto-char (point-min))
    (compilation-next-error 1)
    (compile-goto-error))
  (with-current-buffer (window-buffer) (message "at: %s %d %d" (buffer-name) (line-number-at-pos) (current-column))))
"""
EGLOT = """
(find-file "draft.txt")
(run-hooks 'post-command-hook)
(defun wait-until (done)
  (let ((left 600)) (while (and (> left 0) (not (funcall done))) (accept-process-output nil 0.1) (setq left (1- left)))))
(wait-until (lambda () (flymake-diagnostics)))
(dolist (one (flymake-diagnostics))
  (message "found: %s | %s" (flymake-diagnostic-type one)
           (buffer-substring (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
(search-forward "for for")
(let* ((chosen nil)
       (actions (eglot-code-actions (match-beginning 0) (match-end 0))))
  (dolist (one (append actions nil))
    (when (string-prefix-p "Fix: " (plist-get one :title)) (setq chosen one)))
  (eglot--apply-workspace-edit (plist-get chosen :edit)))
(message "mended: %s" (buffer-substring (line-beginning-position) (line-end-position)))
"""


def emacs(run, folder, settings, steps):
    (folder / "init.el").write_text(settings)
    (folder / "steps.el").write_text(steps)
    return run("emacs", "--batch", "-l", "init.el", "-l", "steps.el")


def test_compile(run, folder, concise):
    said = emacs(run, folder, block("emacs.md", "elisp", 1), COMPILE)
    kinds = [sum(f": {kind}: " in line for line in concise) for kind in ("error", "warning", "suggestion")]
    assert f"counted: {' '.join(map(str, kinds))}" in said
    assert "at: draft.txt 1 0" in said


def test_eglot(run, folder):
    if "yes" not in run("emacs", "--batch", "--eval", '(when (locate-library "eglot") (message "yes"))'):
        pytest.skip("eglot is not installed here")
    said = emacs(run, folder, block("emacs.md", "elisp", 0), EGLOT)
    assert "found: eglot-error | Could you give me some feedback on my interview" in said
    assert "found: eglot-warning | Hey" in said
    assert f"mended: {DRAFT.splitlines()[2].replace('for for', 'for')}" in said
    assert said.count("found: ") >= len(FOUND)
