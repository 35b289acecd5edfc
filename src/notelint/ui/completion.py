"""The script that teaches a shell to complete `notelint`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_NOTELINT_COMPLETE"

# click's own bash script offers either files or words; the first word of notelint may be both.
_BASH = """\
_notelint_completion() {
    local IFS=$'\\n' cur=${COMP_WORDS[COMP_CWORD]} line kind value
    COMPREPLY=()
    while read -r line; do
        kind=${line%%,*} value=${line#*,}
        if [[ $kind == file || $kind == dir ]]; then
            compopt -o filenames 2>/dev/null
            COMPREPLY+=($(compgen -f -- "$cur"))
        else
            COMPREPLY+=("$value")
        fi
    done < <(COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD _NOTELINT_COMPLETE=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F _notelint_completion notelint
"""


def script(cli: click.Command, shell: str) -> str:
    """The completion script for this shell (bash 4.4 or newer, zsh, fish)."""
    if shell == "bash":
        return _BASH
    found = get_completion_class(shell)
    if found is None:  # pragma: no cover - SHELLS names only what click knows
        raise click.UsageError(f"no completion for {shell}")
    return found(cli, {}, "notelint", VARIABLE).source() + "\n"
