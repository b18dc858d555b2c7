"""Reads ZIP archives of records; nothing is ever unpacked to disk."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from desktop_app.languages import _
from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.detect import read_stream
from desktop_app.readers.limits import Limits, megabytes
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.readers.zip_format import ZipMember
from desktop_app.readers.zip_members import ZipMembers

_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The ways of packing that unpack no more than is asked for; records come in no other."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError)


class ArchiveLimitError(Exception):
    """A member grows beyond what any archive of records does; says how."""


def member_count(path: Path) -> int | None:
    """Return how many members an archive says it has; None where it cannot be told."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(1 for member in archive.infolist() if _is_wanted(member))
    except (*_DAMAGED, OSError):
        return None


def read_archive(path: Path, limits: Limits) -> Iterator[Reading]:
    """Read every record of an archive, member by member; of a cut one, those that are whole."""
    try:
        with closing(_opened(path)) as archive:
            yield from _read_members(archive, str(path), limits)
            if isinstance(archive, CutArchive):
                yield _damaged(path, archive.fault)
    except _DAMAGED as error:
        yield _damaged(path, error)


class CutArchive:
    """The members of an archive that is damaged, as many as are whole; ``fault`` tells what is.

    Raises BadZipFile where none is.
    """

    def __init__(self, path: Path) -> None:
        self._archive = ZipMembers(path)
        self._members: list[ZipMember] = []
        self.fault: Exception = zipfile.BadZipFile()
        try:
            self._members.extend(self._archive)
        except zipfile.BadZipFile as error:
            self.fault = error
            if not self._members:
                self.close()
                raise

    def close(self) -> None:
        """Close the archive."""
        self._archive.close()

    def infolist(self) -> list[zipfile.ZipInfo]:
        """Return the members as the standard library describes them."""
        return [_info(member) for member in self._members]

    def open(self, info: zipfile.ZipInfo) -> AbstractContextManager[ByteStream]:
        """Return a member to be read."""
        member = next(one for one in self._members if one.place == info.header_offset)
        return nullcontext(self._archive.stream(member))


def _info(member: ZipMember) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(member.name)
    info.compress_type, info.flag_bits = member.method, member.flags
    info.compress_size, info.file_size = member.packed_size, member.size
    info.header_offset = member.place
    return info


def _opened(path: Path) -> zipfile.ZipFile | CutArchive:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        return CutArchive(path)


def _damaged(path: Path, fault: object) -> Rejected:
    words = _("It is a damaged or incomplete ZIP archive ({fault}).")
    return Rejected(str(path), words.format(fault=fault))


def _read_members(
    archive: zipfile.ZipFile | CutArchive, origin: str, limits: Limits
) -> Iterator[Reading]:
    members = [member for member in archive.infolist() if _is_wanted(member)]
    if not members:
        yield Rejected(origin, _("It is an empty archive."))
    if len(members) > limits.archive_members:
        words = _("It has more than {count} members.")
        yield Rejected(origin, words.format(count=limits.archive_members))
        return
    budget = _Budget(limits.archive_bytes, limits.ratio_free_bytes)
    for member in members:
        yield from _read_member(archive, member, origin, limits, budget)
        if budget.left <= 0:
            words = _("It unpacks to more than {size}.")
            yield Rejected(origin, words.format(size=megabytes(limits.archive_bytes)))
            return


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    name = PurePosixPath(member.filename).name
    return not (member.is_dir() or name.startswith(".") or "__MACOSX/" in member.filename)


@dataclass(slots=True)
class _Budget:
    """What an archive may still unpack: in all, and beyond the ratio of its members."""

    left: int
    free: int


@dataclass(slots=True)
class _CountedStream:
    """A member that counts what comes out of it, since its own figures may lie."""

    stream: ByteStream
    limits: Limits
    packed_bytes: int
    budget: _Budget
    unpacked: int = 0

    def read(self, size: int, /) -> bytes:
        part = self.stream.read(size)
        usual = self.packed_bytes * self.limits.archive_ratio
        beyond = max(self.unpacked, usual)
        self.unpacked += len(part)
        self.budget.left -= len(part)
        self.budget.free -= max(self.unpacked - beyond, 0)
        if self.unpacked > usual and self.budget.free < 0:
            words = _(
                "It unpacks to more than {count} times its size, as no record does, so it is not"
                " read further."
            )
            raise ArchiveLimitError(words.format(count=self.limits.archive_ratio))
        if self.budget.left <= 0:
            raise ArchiveLimitError(_("The archive unpacks to too much."))
        return part


def _read_member(
    archive: zipfile.ZipFile | CutArchive,
    member: zipfile.ZipInfo,
    origin: str,
    limits: Limits,
    budget: _Budget,
) -> Iterator[Reading]:
    place = f"{origin} › {member.filename}"
    reason = _why_not(member)
    if reason:
        yield Rejected(place, reason)
        return
    try:
        with archive.open(member) as stream:
            counted = _CountedStream(stream, limits, member.compress_size, budget)
            yield from read_stream(counted, place, limits)
    except ArchiveLimitError as error:
        yield Rejected(place, str(error))
    except _DAMAGED as error:
        words = _("This member of the archive is damaged ({fault}).")
        yield Rejected(place, words.format(fault=error))


def _why_not(member: zipfile.ZipInfo) -> str:
    if member.flag_bits & _ENCRYPTED:
        return _("This member of the archive is protected by a password.")
    if member.compress_type not in _METHODS:
        return _("This member is packed in a way that is not opened here.")
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
        return _("Its name points outside of the archive, so it is not read.")
    return ""
