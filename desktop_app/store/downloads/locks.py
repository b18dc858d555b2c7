"""Whether a download is being done by somebody."""

from pathlib import Path

from desktop_app.store.process_lock import ProcessLock


def take_download(folder: Path, download_id: int, seconds: float = 0) -> ProcessLock | None:
    """Take the lock of a download; None where somebody else has it for so many seconds."""
    return ProcessLock.take(folder / f"download-{download_id}.lock", seconds)
