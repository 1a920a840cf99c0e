"""The part of a database that holds what comparing its documents found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from argmine.store.claims import byhand
from argmine.store.connection import Connection
from argmine.store.positions import held, holding, positions
from argmine.store.positions.held import HeldRow
from argmine.store.positions.positions import InterpretationRow, OppositionRow
from argmine.types import OF_CLAIMS, Comparison, Correction, CorrectionKind, Holder, Provision, Stand

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Compared:
    """Interpretations of provisions, positions of holders, a user's corrections."""

    _sql: Connection
    _advance: Callable[..., None]

    def stands(self) -> Iterator[tuple[Stand, tuple[str, ...], str | None, NDArray[np.float32]]]:
        """The claims that interpret a provision: stand, the document's authors and title, vector of length 1."""
        import numpy as np  # noqa: PLC0415 (what only reads positions does without)

        for stand, authors, title, packed in positions.stands(self._sql):
            vector = np.frombuffer(packed, dtype="<f2").astype(np.float32)
            yield stand, authors, title, vector / max(float(np.linalg.norm(vector)), 1e-9)

    def belonging(self) -> dict[tuple[str, str], str]:
        """(claim id, provision) → the interpretation to which the claim belongs now."""
        return positions.belonging(self._sql)

    def rewrite_comparison(self, comparison: Comparison) -> None:
        """Put a comparison in place of the one before."""
        with self._transaction():
            positions.rewrite(self._sql, comparison)

    def corrections(self) -> tuple[Correction, ...]:
        """What a user has put right; it outlives every ingest."""
        return positions.corrections(self._sql)

    def correct(self, correction: Correction) -> None:
        """Keep a correction; it takes effect with the next comparison."""
        with self._transaction():
            positions.correct(self._sql, correction)

    def correct_all(self, corrections: Iterable[Correction]) -> None:
        """Keep these corrections, all or none."""
        with self._transaction():
            for each in corrections:
                positions.correct(self._sql, each)

    def waiting(self, corrections: Iterable[Correction]) -> int:
        """How many of these corrections are of claims whose document is not there."""
        return positions.absent(self._sql, [each.target for each in corrections if each.kind in ("move", *OF_CLAIMS)])

    def undo(self, kind: CorrectionKind, target: str) -> Correction | None:
        """Take a correction back, with the next comparison; what it was, None where there was none."""
        with self._transaction():
            return positions.undo(self._sql, kind, target)

    def apply_corrections(self) -> None:
        """Put single claims as a user corrected them; those that were read again included."""
        with self._transaction():
            corrections = self.corrections()
            if byhand.apply(self._sql, corrections):
                self._advance(repr(corrections).encode())

    def take_back(self, kind: CorrectionKind, target: str) -> Correction | None:
        """Take back the correction of a claim, which is then as argmine had found it; None where there was none."""
        with self._transaction():
            undone = positions.undo(self._sql, kind, target)
            if undone is not None:
                byhand.restore(self._sql, kind, target)
                self._advance(repr(undone).encode())
            return undone

    def interpretations_on(self, provision: Provision) -> tuple[InterpretationRow, ...]:
        """The readings of an article, or of an instrument and all its articles; those with most claims first."""
        return positions.on_provision(self._sql, provision)

    def interpretations_of(self, holder_id: str) -> tuple[InterpretationRow, ...]:
        """The readings that a holder holds, with the positions of all who hold them."""
        return positions.of_holder(self._sql, holder_id)

    def interpretations_at(self, provision: str) -> tuple[InterpretationRow, ...]:
        """The readings of exactly this provision, as it is written: "OST:II"."""
        return positions.at(self._sql, provision)

    def unlinked(self) -> int:
        """How many claims on the law have no provision."""
        return positions.unlinked(self._sql)

    def positions(self) -> Iterator[HeldRow]:
        """Every claim by which somebody holds a reading, by provision and reading."""
        return held.every(self._sql)

    def oppositions(self, ids: Sequence[str]) -> tuple[OppositionRow, ...]:
        """The oppositions in which one of these interpretations stands."""
        return positions.oppositions(self._sql, ids)

    def holders(self) -> list[Holder]:
        """Everybody who holds a position, by name."""
        return holding.holders(self._sql)

    def holder(self, name: str) -> Holder:
        """The one holder of that name, part of a name, or id; QueryError if none or several are."""
        return holding.holder(self._sql, name)

    def claims_without_position(self, holder: Holder) -> list[int]:
        """The claims of a holder that belong to no reading of a provision: row ids."""
        return holding.without_position(self._sql, holder)

    def uncompared(self) -> int:
        """How many documents that interpret a provision are in no position, since an ingest has not ended."""
        return holding.uncompared(self._sql)

    def unresolved_on(self, words: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """Unresolved mentions whose text or reason has one of `words`: mention, reason, title, document id."""
        return positions.unresolved_on(self._sql, words)

    def _transaction(self) -> AbstractContextManager[None]:
        return self._sql.transaction()
