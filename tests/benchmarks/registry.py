"""Make a registry of made-up studies, to measure with what nobody could put into a project.

``python tests/benchmarks/registry.py STUDIES OUT.zip`` writes what the registry offers for
download: a zip with one document for each study. ``OUT.ndjson`` gets one study a line.
``--month 2`` makes the same registry a month later: the day on which it was taken is another in
every study, some 4 % have really changed, and 0.5 % are new. ``--shapes`` prints what the studies
look like, beside the real records where these lie beside the project.

All cores are used, or as many as ``--processes`` says.
The same numbers give the same bytes, on every machine. Memory does not grow with the number of
studies, but for the directory of the zip.
"""

import argparse
import gc
import os
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from multiprocessing import Pool
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from pydantic_core import from_json, to_json

from tests.benchmarks.made_up.archives import Member, pack, write_lines, write_zip
from tests.benchmarks.made_up.shapes import Shapes, shapes_of
from tests.benchmarks.made_up.studies import MadeUpRegistry

RECORDS = Path(__file__).parents[3] / "shared" / "records" / "ctgov_json"
MOST_COUNTED = 5_000
AT_ONCE = 500
T = TypeVar("T")


def real_shapes() -> Shapes | None:
    """Return what the real records look like; None where there are none."""
    shapes = Shapes()
    for path in sorted(RECORDS.glob("*.json")):
        document = path.read_bytes()
        study = from_json(document)
        if "protocolSection" in study:
            shapes.add(document, len(to_json(study)))
    return shapes if shapes.sizes else None


def print_shapes(registry: MadeUpRegistry) -> None:
    """Print the shapes of the studies, or of a sample spread over them."""
    gap = -(-len(registry) // MOST_COUNTED)
    sample = (document for _, document in islice(registry.documents(gap), MOST_COUNTED))
    real = real_shapes()
    known = dict(real.rows()) if real else {}
    for name, made in shapes_of(sample).rows():
        print(f"{name}\n    made up  {made}")
        if name in known:
            print(f"    real     {known[name]}")


def members(registry: MadeUpRegistry, processes: int) -> Iterator[Member]:
    """Yield all studies, compressed, in their order."""
    parts = [
        (registry.count, registry.month, range(start, min(start + AT_ONCE, len(registry))))
        for start in range(0, len(registry), AT_ONCE)
    ]
    if processes == 1:
        for part in parts:
            yield from packed(part)
        return
    with Pool(processes, waste_no_time) as pool:
        for found in pool.imap(packed, parts):
            yield from found


def packed(part: tuple[int, int, range]) -> list[Member]:
    """Make some studies of a registry: its size, its month, the places of the studies."""
    count, month, places = part
    return [pack(*document) for document in MadeUpRegistry(count, month).documents_at(places)]


def waste_no_time() -> None:
    """Look for no cycles: what is made leaves none, and it would take a third of the time."""
    gc.freeze()
    gc.disable()


def told(things: Iterable[T], count: int) -> Iterator[T]:
    """Pass studies on, and tell how many there are every now and then."""
    start = time.perf_counter()
    for done, thing in enumerate(things, 1):
        yield thing
        if done % 20_000 == 0 or done == count:
            rate = done / (time.perf_counter() - start)
            print(f"{done:,} of {count:,} studies, {rate:,.0f} a second", flush=True)


def main() -> None:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("studies", type=int)
    parser.add_argument("out", type=Path, nargs="?", help="a .zip or .ndjson file")
    parser.add_argument("--month", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--shapes", action="store_true")
    options = parser.parse_args()
    registry = MadeUpRegistry(options.studies, options.month)
    waste_no_time()
    if options.out and options.out.suffix == ".zip":
        write_zip(options.out, told(members(registry, options.processes), len(registry)))
    elif options.out:
        write_lines(options.out, told(registry.documents(), len(registry)))
    if options.shapes or not options.out:
        print_shapes(registry)


if __name__ == "__main__":
    main()
