"""The two windows of filters, "Kind of help" and "More", counted anew when one opens and when a box is ticked."""

from collections.abc import Callable, Collection, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from navigator.resources.categories import Category
from navigator.resources.search import Query
from navigator.resources.search.facets import Count
from navigator.ui.find.facet_groups import kind_group, other_groups
from navigator.ui.find.facet_popup import FacetPopup
from navigator.ui.find.filter_keys import ticks
from navigator.ui.theme.theme import Theme

CountOptions = Callable[[], Mapping[str, Count]]
"""How many places each option would find for what is asked now."""


class FacetPopups(QObject):
    """`ticked` gives the key of a box and whether it is on. Nothing is counted while both are closed."""

    ticked = Signal(str, bool)

    def __init__(
        self,
        theme: Theme,
        categories: Mapping[str, Category],
        languages: Collection[str],
        count_options: CountOptions,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._count_options = count_options
        kinds = kind_group(categories)
        self.kinds = FacetPopup(theme, "Kind of help", (kinds,), owner)
        self.more = FacetPopup(theme, "More filters", (*other_groups(languages), kinds), owner)
        for popup in (self.kinds, self.more):
            popup.ticked.connect(self.ticked)

    def open_under(self, popup: FacetPopup, anchor: QWidget, query: Query) -> None:
        self._tell(popup, query)
        popup.open_under(anchor)

    def refresh(self, query: Query) -> None:
        """Another filter was set or removed."""
        for popup in (self.kinds, self.more):
            if popup.isVisible():
                self._tell(popup, query)

    def _tell(self, popup: FacetPopup, query: Query) -> None:
        popup.tick(ticks(query))
        popup.show_counts(self._count_options())
