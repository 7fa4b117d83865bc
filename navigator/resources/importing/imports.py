"""The import service: try a file, apply what was tried, take a whole import back (S-08)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from navigator.access import Actor, Permission, requires
from navigator.city import City
from navigator.errors import BadInput, NotFound
from navigator.resources.categories import Category
from navigator.resources.exchange import formats
from navigator.resources.exchange.incoming import Setting
from navigator.resources.exchange.mapping import ColumnMapping
from navigator.resources.exchange.source import Source, open_source
from navigator.resources.importing import mappings
from navigator.resources.importing.applying import Applying
from navigator.resources.importing.batches import batches, one_batch
from navigator.resources.importing.holding import held_pairs
from navigator.resources.importing.mappings import KeptMapping
from navigator.resources.importing.prepared import Prepared
from navigator.resources.importing.preparing import Asked, prepare
from navigator.resources.importing.steps import Steps
from navigator.resources.importing.undoing import Undoing
from navigator.resources.importing.verdicts import Batch, Progress, Undone, Verdict
from navigator.resources.revision import advance, count_all, revision
from navigator.resources.snapshot_since import MOST
from navigator.resources.stewardship.pairs import Pair
from navigator.resources.stewardship.rows import BatchRow
from navigator.storage.audit import Action, Trail
from navigator.storage.database import Store
from navigator.storage.sweeping import sweep

TABLE, GEOJSON = "table", "geojson"
_WRITTEN = (Verdict.NEW, Verdict.CHANGED, Verdict.UNCHANGED)


class Imports:
    """Imports into the directory store of one station."""

    def __init__(self, store: Store, city: City, categories: Mapping[str, Category]) -> None:
        self._store = store
        self._city = city
        self._categories = categories
        self._trail = Trail(store.clock)

    @requires(Permission.IMPORT)
    def prepare(
        self,
        actor: Actor,
        paths: Sequence[Path],
        *,
        format_name: str | None = None,
        mapping: ColumnMapping | None = None,
        feed: str | None = None,
        progress: Progress | None = None,
    ) -> Prepared:
        """Reads the files (one source) and says what an apply would do; writes nothing.

        Without `format_name` the format is found out; without `feed` the list is known again by the ids in it;
        without `mapping` one that was kept for the same headings is used, else the columns are guessed.
        """
        source = open_source(paths)
        name = format_name or _format_of(source, mapping)
        setting = Setting(self._city, self._categories, self._store.clock())
        pieces = formats.read(source, name, setting, mapping or self._kept_mapping(source, name))
        prepared = self.weigh(actor, Asked(pieces, name, source.name, feed or ""), progress)
        return replace(prepared, report=replace(prepared.report, notes=(*prepared.report.notes, *source.notes)))

    def _kept_mapping(self, source: Source, format_name: str) -> ColumnMapping | None:
        """The mapping that a person made for such a table before."""
        if format_name != TABLE or not source.tables:
            return None
        with self._store.reading() as session:
            found = mappings.known_for(session, source.tables[0].headings)
        return found.mapping if found else None

    @requires(Permission.IMPORT)
    def weigh(self, actor: Actor, asked: Asked, progress: Progress | None = None) -> Prepared:  # noqa: ARG002 - the permission is the actor's
        """As `prepare`, of pieces that were read already."""
        with self._store.reading() as session:
            return prepare(session, asked, progress)

    @requires(Permission.IMPORT)
    def apply(
        self, actor: Actor, prepared: Prepared, *, skip_bad_rows: bool = False, progress: Progress | None = None
    ) -> Batch:
        """Writes what was tried, all or nothing.

        `BadInput` when rows were bad and `skip_bad_rows` is not set, or the directory was changed since the dry run.
        """
        _refuse_bad_rows(prepared, skip_bad_rows=skip_bad_rows)
        steps = Steps(progress, sum(len(prepared.doors[verdict]) for verdict in _WRITTEN))
        with self._store.writing() as session:
            if revision(session) != prepared.revision:
                raise BadInput("The directory was changed meanwhile: run the dry run again. Nothing was imported.")
            if sum(len(prepared.doors[verdict]) for verdict in _WRITTEN) > MOST:
                count_all(session)
            applying = Applying(session, prepared, actor, self._store.clock(), steps)
            applying.apply()
            advance(session)
            batch = one_batch(session, applying.batch_id)
            self._trail.record(session, actor, Action.DIRECTORY_IMPORTED, batch.id, **batch.counts)
        if applying.hides:
            sweep(self._store)
        return batch

    @requires(Permission.IMPORT)
    def undo(self, actor: Actor, batch_id: str, progress: Progress | None = None) -> Undone:
        """Takes the import back; what was changed here since stays and is listed."""
        with self._store.writing() as session:
            row = session.get(BatchRow, batch_id)
            if row is None:
                raise NotFound("This import is no longer in the directory.")
            if row.counts["new"] + row.counts["changed"] > MOST:
                count_all(session)
            steps = Steps(progress, row.counts["new"] + row.counts["changed"])
            undone = Undoing(session, row, actor, self._store.clock()).undo(steps)
            advance(session)
            told = {"removed": undone.removed, "restored": undone.restored, "stayed": len(undone.stayed)}
            self._trail.record(session, actor, Action.IMPORT_UNDONE, batch_id, **told)
        return undone

    @requires(Permission.EDIT)
    def batches(self, actor: Actor) -> tuple[Batch, ...]:  # noqa: ARG002 - the permission is the actor's
        """Every import that was applied, the newest first."""
        with self._store.reading() as session:
            return tuple(batches(session))

    @requires(Permission.EDIT)
    def held(self, actor: Actor) -> tuple[Pair, ...]:  # noqa: ARG002 - the permission is the actor's
        """The rows of imports that wait for the desk: are they this entry, or another place?"""
        with self._store.reading() as session:
            return held_pairs(session)

    @requires(Permission.EDIT)
    def mappings(self, actor: Actor) -> tuple[KeptMapping, ...]:  # noqa: ARG002 - the permission is the actor's
        """The column mappings that were kept, by name."""
        with self._store.reading() as session:
            return mappings.kept(session)

    @requires(Permission.EDIT)
    def mapping_for(self, actor: Actor, headings: Sequence[str]) -> KeptMapping | None:  # noqa: ARG002 - the permission is the actor's
        """The newest mapping that was kept for a table with these headings, or None."""
        with self._store.reading() as session:
            return mappings.known_for(session, headings)

    @requires(Permission.IMPORT)
    def keep_mapping(
        self, actor: Actor, name: str, format_name: str, headings: Sequence[str], mapping: ColumnMapping
    ) -> KeptMapping:
        """Keeps a mapping under a name; one of the same name is replaced."""
        with self._store.writing() as session:
            kept = mappings.keep(session, actor, self._store.clock(), name, format_name, headings, mapping)
            self._trail.record(session, actor, Action.MAPPING_KEPT, kept.id)
        return kept


def _format_of(source: Source, mapping: ColumnMapping | None) -> str:
    """The format of a source; who gives a mapping means a table or GeoJSON, whatever else it looks like."""
    if mapping is None:
        return formats.detect(source)
    return TABLE if source.tables else GEOJSON


def _refuse_bad_rows(prepared: Prepared, *, skip_bad_rows: bool) -> None:
    problems = prepared.report.problems
    if problems and not skip_bad_rows:
        rows = "One row" if len(problems) == 1 else f"{len(problems):,} rows"
        raise BadInput(
            f"{prepared.report.file_name}: {rows} cannot be taken, the first is row {problems[0].row} "
            f"({problems[0].reason.rstrip('.')}). Nothing was imported. Mend the file, or import the rest without them."
        )
