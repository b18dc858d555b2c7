"""How long paper takes: the brief beside bare reportlab and two that print HTML, and a batch.

``python tests/benchmarks/bench_paper.py [--batch 1000] [--weasyprint PYTHON] [--chromium PROGRAM]``

Takes the real records beside the project. WeasyPrint and Chromium print our HTML of the same brief,
where the one's Python and the other's program are named; neither is needed for anything else. All
times of a row come from the same run, so that their ratios count. Prints tables, asserts nothing.
"""

import argparse
import gc
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_app.command_line.contexts import source_of_record
from desktop_app.export.brief.fit import fitted
from desktop_app.export.html.brief import brief_html
from desktop_app.export.paper import Paper
from desktop_app.export.sheets import SHEETS, Order, make_sheet, sheet_called
from desktop_app.export.source import Source
from desktop_app.presentation.brief import brief_of
from desktop_app.readers.reading import ReadRecord
from desktop_app.readers.sources import read_sources
from desktop_app.resource_files import resource_path
from tests.benchmarks.bare_page import bare_pdf

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
SAMPLE = resource_path("samples", "NCT03816852.json")
LARGEST = ("NCT02513394", "NCT04047862")
TODAY = date(2026, 11, 22)
ORDER = Order(Paper.A4, TODAY)
BRIEF = sheet_called("brief")

_WEASYPRINT = """
import sys, time
from weasyprint import HTML
pages = [open(name, encoding="utf-8").read() for name in sys.argv[1:]]
HTML(string=pages[0]).write_pdf()
for page in pages:
    start = time.perf_counter()
    HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    print((time.perf_counter() - start) * 1000)
"""


def source_of(file: Path) -> Source:
    """Return the record of a file."""
    (record,) = (one for one in read_sources([file]) if isinstance(one, ReadRecord))
    return source_of_record(record, TODAY)


def milliseconds(work: Callable[[], object], times: int = 3) -> float:
    """Return the least time that some work takes, of a few."""
    found = []
    for _ in range(times):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return min(found)


def table(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Print a table; its first row is the head."""
    print(f"\n{title}\n")
    sizes = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(size) for cell, size in zip(row, sizes, strict=True)).rstrip())


def brief_rows(files: Sequence[Path]) -> Iterator[tuple[float, float]]:
    """Yield for each record how long the brief takes, and bare reportlab for the same page."""
    for file in files:
        source = source_of(file)
        page = fitted(brief_of(source.study, TODAY), source.document_sha256)
        ours = milliseconds(partial(make_sheet, BRIEF, (source,), ORDER))
        yield ours, milliseconds(partial(bare_pdf, page))


def printed_by_weasyprint(python: str, pages: Sequence[Path]) -> list[float]:
    """Return how long WeasyPrint takes for each page, once it is warm."""
    command = [python, "-c", _WEASYPRINT, *map(str, pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [float(line) for line in done.stdout.split()]


def printed_by_chromium(program: str, pages: Sequence[Path]) -> Iterator[float]:
    """Yield how long headless Chromium takes for each page, as a process of its own."""
    for page in pages:
        command = [program, "--headless", "--no-sandbox", "--disable-gpu"]
        command += [f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        yield milliseconds(partial(subprocess.run, command, capture_output=True, check=True), 1)


def html_files(files: Sequence[Path], folder: Path) -> list[Path]:
    """Write the HTML of the briefs, as their pages show them."""
    written = []
    for file in files:
        source = source_of(file)
        page = fitted(brief_of(source.study, TODAY), source.document_sha256)
        written.append(folder / f"{file.stem}.html")
        written[-1].write_text(brief_html(page.brief), encoding="utf-8")
    return written


def compare_briefs(files: Sequence[Path], weasyprint: str, chromium: str) -> None:
    """Print how long briefs take beside what else makes such a page."""
    times = list(brief_rows([SAMPLE, *files]))
    ratios = [ours / bare for ours, bare in times]
    rows = [
        ("", "NCT03816852", "median", "95th", "largest"),
        ("brief, tagged, attached", *spread([ours for ours, _ in times])),
        ("bare reportlab, same texts", *spread([bare for _, bare in times])),
        ("ratio, target 1.5", *(f"{one:.2f}" for one in figures(ratios))),
    ]
    with tempfile.TemporaryDirectory() as folder:
        pages = html_files([SAMPLE, *files], Path(folder))
        if weasyprint:
            rows.append(("WeasyPrint, warm", *spread(printed_by_weasyprint(weasyprint, pages))))
        if chromium:
            few = list(printed_by_chromium(chromium, pages[:12]))
            rows.append((f"Chromium, a process each ({len(few)})", *spread(few)))
    table(f"One brief, milliseconds, {len(times)} records, warm, best of 3", rows)


def figures(values: Sequence[float]) -> tuple[float, float, float, float]:
    """Return the first value, the median, the 95th percentile and the largest."""
    ordered = sorted(values)
    return (
        values[0],
        statistics.median(ordered),
        ordered[int(len(ordered) * 0.95)],
        ordered[-1],
    )


def spread(values: Sequence[float]) -> tuple[str, ...]:
    """Return these figures in words."""
    return tuple(f"{one:.0f}" for one in figures(values))


def memory() -> float:
    """Return the most memory that was in use so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def batch(count: int) -> None:
    """Print how many briefs are made in a second, reading included, and what memory they take."""
    files = sorted(RECORDS.glob("*.json"))[:count]
    rows = [("briefs", "a second", "peak MB")]
    start = perf_counter()
    for done, file in enumerate(files, 1):
        make_sheet(BRIEF, (source_of(file),), ORDER)
        if done % max(1, count // 5) == 0:
            rows.append((str(done), f"{done / (perf_counter() - start):.1f}", f"{memory():.0f}"))
    table("A batch in one process, reading included, target 15 a second", rows)


def other_sheets() -> None:
    """Print how long the other sheets take, of the sample and of the largest records."""
    rows: list[Sequence[str]] = [("sheet", "NCT03816852", *LARGEST)]
    files = [SAMPLE, *(RECORDS / f"{number}.json" for number in LARGEST)]
    sources = [source_of(file) for file in files if file.exists()]
    for sheet in SHEETS:
        taken = [sources] if sheet.least > 1 else [(source,) for source in sources]
        times = [milliseconds(partial(make_sheet, sheet, one, ORDER), 2) for one in taken]
        rows.append((sheet.title, *(f"{time:.0f}" for time in times), *[""] * (3 - len(times))))
    table("Every sheet, milliseconds; full record of the largest, target 3000", rows)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--step", type=int, default=30, help="every so many-th record for a brief")
    parser.add_argument("--weasyprint", default="", metavar="PYTHON")
    parser.add_argument("--chromium", default="", metavar="PROGRAM")
    options = parser.parse_args()
    # As the application does.
    gc.set_threshold(100_000, 20, 20)
    files = sorted(RECORDS.glob("*.json"))[:: options.step]
    compare_briefs(files, options.weasyprint, options.chromium)
    other_sheets()
    batch(options.batch)


if __name__ == "__main__":
    main()
