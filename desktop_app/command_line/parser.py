"""The parser of the command line, with the words of ``argparse`` in the spoken language.

The library looks its words up where a system keeps catalogues of programs, and finds none there.
"""

import argparse
import re
import sys
from collections.abc import Iterable
from functools import cache
from typing import NoReturn

from desktop_app.languages import N_, _
from desktop_app.punctuation import labelled

_FAULTS = (
    N_("the following arguments are required: {names}"),
    N_("unrecognized arguments: {names}"),
    # Translators: {fault} is one of the texts below, such as "expected one argument".
    N_("argument {name}: {fault}"),
    N_("invalid choice: {value} (choose from {choices})"),
    N_("ambiguous option: {option} could match {matches}"),
    # Translators: {other} is an option, too, such as --resume.
    N_("not allowed with argument {other}"),
    N_("ignored explicit argument {value}"),
    N_("expected one argument"),
    N_("expected at least one argument"),
)
"""What the library finds fault with, in its own words."""


class Parser(argparse.ArgumentParser):
    """A parser with ``--help``, for commands that tell of themselves in lines of their own."""

    def __init__(self, program: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            add_help=False,
        )
        self._positionals.title = _("what is meant")
        self._optionals.title = _("options")
        self.add_argument("-h", "--help", action="help", help=_("show this help, and end"))

    def error(self, message: str) -> NoReturn:
        """Tell what makes no sense, and end the program."""
        self.print_usage(sys.stderr)
        told = _("{program}: error: {fault}").format(program=self.prog, fault=_said(message))
        self.exit(2, f"{told}\n")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        # Translators: stands before how a command is written; the space belongs to it.
        said = _("usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, said)

    def start_section(self, heading: str | None) -> None:
        """Begin a group of arguments; the library puts the colon of English behind its name."""
        said = labelled(heading or "", "").rstrip()
        super().start_section(said[:-1] if said.endswith(":") else heading)


def _said(message: str) -> str:
    """Return what the library finds fault with in the spoken language, where it is known."""
    for text in _FAULTS:
        if match := _pattern(text).fullmatch(message):
            values = match.groupdict()
            if "fault" in values:
                values["fault"] = _said(values["fault"])
            return _(text).format(**values)
    return message


@cache
def _pattern(text: str) -> re.Pattern[str]:
    """Return what finds the values of a text in what is said with it."""
    parts = re.split(r"\{(\w+)\}", text)
    named = (f"(?P<{part}>.*?)" if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile("".join(named), re.DOTALL)
