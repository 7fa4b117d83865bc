"""The commands that bring the directory in and give it away: `directory import`, `directory export`."""

import argparse
import sys
from pathlib import Path

from navigator.app.import_answer import as_json, as_lines
from navigator.app.signing_in import say, signed_in
from navigator.city import load_city
from navigator.errors import BadInput
from navigator.resources.categories import load_categories
from navigator.resources.exchange.exports import Exports
from navigator.resources.exchange.mapping import ColumnMapping, mapping_of_text
from navigator.resources.importing.imports import Imports


def import_files(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Says what the files would change; writes it with --apply. Bad rows are named and stop an apply."""
    mapping = _mapping(chosen.mapping)
    refused = ""
    with signed_in(chosen, parser) as (station, actor):
        imports = Imports(station.directory, load_city(station.file.read().city), load_categories())
        prepared = imports.prepare(
            actor,
            [Path(name) for name in chosen.files],
            format_name=chosen.format,
            mapping=mapping,
            feed=chosen.source,
        )
        if chosen.apply:
            try:
                imports.apply(actor, prepared, skip_bad_rows=chosen.skip_bad_rows)
            except BadInput as error:
                refused = error.sentence
    applied = chosen.apply and not refused
    lines = as_lines(prepared.report, applied=applied, refused=bool(refused))
    say(chosen, as_json(prepared.report, applied=applied), lines)
    if refused:
        hint = " To leave the bad rows out, say --skip-bad-rows." if prepared.report.problems else ""
        print(refused + hint, file=sys.stderr)  # noqa: T201 - the answer to the person at the terminal
    return 1 if refused else 0


def export_file(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    """Writes the directory to a file, whole or not at all."""
    with signed_in(chosen, parser) as (station, actor):
        exports = Exports(station.directory, load_city(station.file.read().city))
        written = exports.write(actor, Path(chosen.file), chosen.format, confidential=chosen.confidential)
    value = {"format": chosen.format, "file": chosen.file, "records": written}
    say(chosen, value, f"{written:,} records are in {chosen.file}.")
    return 0


def _mapping(name: str | None) -> ColumnMapping | None:
    if name is None:
        return None
    try:
        text = Path(name).read_bytes()
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror}. Nothing was imported.") from None
    return mapping_of_text(text, name)
