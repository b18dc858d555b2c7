"""What a .deb puts where: each file with its content, or with where it comes from."""

import gzip
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import changes
import product
from freezing.bundle import Bundle

from linux.copyright import copyright_file
from linux.desktop_entry import desktop_entry
from linux.lintian import overrides
from linux.manual import manual
from linux.metainfo import metainfo
from linux.mime_type import icon_name, mime_package

LIBRARY = Path("usr/lib") / product.COMMAND
_DOCUMENTS = Path("usr/share/doc") / product.COMMAND


@dataclass(frozen=True)
class Edition:
    """One version as it is built: when, and by whom."""

    version: str
    day: date
    maintainer: str
    changelog: str

    @property
    def history(self) -> tuple[changes.Release, ...]:
        return changes.as_built(self.changelog, self.version, self.day)


def texts(edition: Edition) -> dict[Path, str]:
    """Return the files that are written by us, apart from those that are packed."""
    share = Path("usr/share")
    name = product.APPLICATION_ID
    return {
        share / "applications" / f"{name}.desktop": desktop_entry(),
        share / "mime/packages" / f"{name}.xml": mime_package(),
        share / "metainfo" / f"{name}.metainfo.xml": metainfo(edition.history),
        share / "lintian/overrides" / product.COMMAND: overrides(),
        _DOCUMENTS / "copyright": copyright_file(),
    }


def packed(edition: Edition) -> dict[Path, bytes]:
    """Return the files that Debian wants packed."""
    log = changes.debian_changelog(product.COMMAND, edition.history, edition.maintainer)
    page = manual(edition.version, edition.day)
    return {
        _DOCUMENTS / "changelog.gz": _gzipped(log),
        Path("usr/share/man/man1") / f"{product.COMMAND}.1.gz": _gzipped(page),
    }


def icons(checkout: Path) -> dict[Path, Path]:
    """Return the icons, each with where it comes from."""
    theme = Path("usr/share/icons/hicolor")
    own = checkout / "packaging" / "linux" / "icons"
    shipped = checkout / "resources" / "icons"
    drawings = {
        theme / "scalable/apps" / f"{product.APPLICATION_ID}.svg": shipped / "application.svg",
        theme / "scalable/mimetypes" / f"{icon_name()}.svg": own / "document.svg",
        theme / "256x256/mimetypes" / f"{icon_name()}.png": own / "document-256.png",
    }
    for picture in sorted([*shipped.glob("application-*.png"), *own.glob("application-*.png")]):
        side = picture.stem.rpartition("-")[2]
        drawings[theme / f"{side}x{side}/apps" / f"{product.APPLICATION_ID}.png"] = picture
    return drawings


def lay_out(root: Path, checkout: Path, bundle: Bundle, edition: Edition) -> None:
    """Fill an empty folder with what the package installs."""
    shutil.copytree(bundle.folder, root / LIBRARY, symlinks=True)
    for target, text in texts(edition).items():
        _written(root / target).write_text(text, encoding="utf-8")
    for target, content in packed(edition).items():
        _written(root / target).write_bytes(content)
    for target, source in icons(checkout).items():
        shutil.copyfile(source, _written(root / target))
    launcher = _written(root / "usr/bin" / product.COMMAND)
    launcher.symlink_to(Path("..") / LIBRARY.relative_to("usr") / product.COMMAND)


def _written(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _gzipped(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)
