"""A group of commands of which one needs no name: `notelint draft.txt` is `notelint check draft.txt`."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

DEFAULT = "check"


class DefaultGroup(click.Group):
    """A click group that takes `check` for the command when the first word is no command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command's name before arguments that name none; no argument at all asks for help."""
        own = {name for param in self.get_params(ctx) for name in param.opts}
        if args and args[0] not in self.commands and args[0] not in own:
            args = [DEFAULT, *args]
        elif not args and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """For the first word: the commands, and all that the default command takes."""
        check = self.commands[DEFAULT]
        with check.make_context(DEFAULT, [], parent=ctx, resilient_parsing=True) as inner:
            paths = [param for param in check.get_params(inner) if isinstance(param, click.Argument)]
            files = [item for param in paths for item in param.shell_complete(inner, incomplete)]
            options = check.shell_complete(inner, incomplete)
        found = [*super().shell_complete(ctx, incomplete), *options]
        unique = {item.value: item for item in found}
        return [*unique.values(), *([] if incomplete.startswith("-") else files)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Both forms of a call."""
        formatter.write_usage(ctx.command_path, "[OPTIONS] PATH…")
        formatter.write_usage(ctx.command_path, "COMMAND [ARGS]…", prefix="       ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options of the default command, then the commands."""
        check = self.commands[DEFAULT]
        with check.make_context(DEFAULT, [], parent=ctx, resilient_parsing=True) as inner:
            click.Command.format_options(check, inner, formatter)
        self.format_commands(ctx, formatter)
