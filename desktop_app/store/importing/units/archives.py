"""The members of an archive as units of an import."""

from collections.abc import Iterator
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile

from desktop_app.languages import _
from desktop_app.readers.byte_window import ByteStream
from desktop_app.readers.limits import Limits
from desktop_app.readers.reading import Reading, Rejected
from desktop_app.readers.zip_format import ZipMember
from desktop_app.readers.zip_members import ZipMembers
from desktop_app.store.importing.files import SourceFile
from desktop_app.store.importing.positions import Position
from desktop_app.store.importing.units.unit import WHOLE_BYTES, Unit, read_patiently, refused


def members(file: SourceFile, begin: Position, limits: Limits) -> Iterator[Unit]:
    """Yield a unit for each member, from a position on."""
    origin = str(file.path)
    archive = ZipMembers(file.path)
    unit = -1
    try:
        for unit, member in enumerate(_wanted(archive)):
            if unit >= begin.unit:
                yield _member_unit(archive, member, begin, unit, origin, limits)
    except BadZipFile as error:
        words = _("It is a damaged or incomplete ZIP archive ({fault}).")
        yield refused(begin._replace(unit=unit + 1), origin, words.format(fault=error))
    else:
        if unit < 0:
            yield refused(begin, origin, _("It is an empty archive."))
    finally:
        archive.close()


def _wanted(archive: ZipMembers) -> Iterator[ZipMember]:
    for member in archive:
        name = member.name.rpartition("/")[2]
        if not (member.is_folder or name.startswith(".") or "__MACOSX/" in member.name):
            yield member


def _member_unit(
    archive: ZipMembers, member: ZipMember, begin: Position, unit: int, origin: str, limits: Limits
) -> Unit:
    place = f"{origin} › {member.name}"
    piece = begin.piece if unit == begin.unit else 0
    return Unit(
        begin=Position(begin.file, unit, piece),
        end=Position(begin.file, unit + 1),
        origin=place,
        document=lambda: archive.content(member) if _is_usual(member, limits) else None,
        readings=lambda: _read_member(archive, member, place, limits),
        done=archive.part_before(member, unit + 1),
    )


def _is_usual(member: ZipMember, limits: Limits) -> bool:
    if member.size > WHOLE_BYTES or member.is_encrypted:
        return False
    if member.method not in (ZIP_STORED, ZIP_DEFLATED) or _points_outside(member.name):
        return False
    room = member.packed_size * limits.archive_ratio + limits.ratio_free_bytes
    return member.size <= room and member.packed_size <= WHOLE_BYTES


def _points_outside(name: str) -> bool:
    name = name.replace("\\", "/")
    return name.startswith("/") or ".." in name.split("/") or name[1:2] == ":"


def _read_member(
    archive: ZipMembers, member: ZipMember, origin: str, limits: Limits
) -> Iterator[Reading]:
    if member.is_encrypted:
        yield Rejected(origin, _("This member of the archive is protected by a password."))
    elif member.method not in (ZIP_STORED, ZIP_DEFLATED):
        yield Rejected(origin, _("This member is packed in a way that is not opened here."))
    elif _points_outside(member.name):
        words = _("Its name points outside of the archive, so it is not read.")
        yield Rejected(origin, words)
    else:
        most = member.packed_size * limits.archive_ratio + limits.ratio_free_bytes
        yield from read_patiently(_Bounded(archive.stream(member), most), origin, limits)


@dataclass(slots=True)
class _Bounded:
    """A member of which no more is unpacked than any record has."""

    stream: ByteStream
    left: int

    def read(self, size: int, /) -> bytes:
        part = self.stream.read(size)
        self.left -= len(part)
        if self.left < 0:
            raise BadZipFile(_("it unpacks to far more than its size, as no record does"))
        return part
