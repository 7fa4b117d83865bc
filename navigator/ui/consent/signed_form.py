"""A form with a drawn signature at its foot: what is changed after it was signed is signed again."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from navigator.ui.consent.signature_pad import SignaturePad
from navigator.ui.consent.strokes import as_text, from_text
from navigator.ui.sheets.wide_form import WideForm
from navigator.ui.widgets.button import Button
from navigator.ui.widgets.field import Field

PAD = "pad"
SIGN_AGAIN = "Something was changed after the signature. Let the person sign again."


class SignedForm(WideForm):
    """`beside_terms` names the fields that say nothing of what is signed; every other one is part of the terms."""

    beside_terms: ClassVar[frozenset[str]] = frozenset({PAD})
    _signed: Mapping[str, str] | None = None
    _is_void = False

    def add_pad(self) -> None:
        pad = self.pad = SignaturePad(self.theme)
        self.keep_field(PAD, lambda: as_text(pad.strokes), lambda text: pad.put(from_text(text)))
        self._add(PAD, Field(self.theme, "Signature", pad), wide=True)
        self.clear = Button(self.theme, "Clear the signature", "ghost", icon="trash-2")
        self.clear.clicked.connect(pad.clear)
        pad.drawn.connect(self._take_signature)
        self.add_row(self._beginning(self.clear))
        self.clear.hide()

    def beside(self) -> list[QWidget]:
        return [self.clear]

    def put(self, contents: Mapping[str, str]) -> None:
        """A signature of before counts only where everything that was signed is the same again."""
        super().put(contents)
        if self.pad.is_signed:
            self._signed = {name: contents.get(name, "") for name in self._terms()}
        self.heed_change()
        self.show_signature()

    def tell_typed(self, *changed: object) -> None:
        self.heed_change()
        super().tell_typed(*changed)
        self.show_signature()

    def heed_change(self) -> None:
        """Takes a signature away that was given to other terms."""
        if self._signed is not None and self._signed != self._terms():
            self.pad.put(())
            self._signed, self._is_void = None, True

    def show_signature(self) -> None:
        """Says why it is gone until it is there again."""
        field = self.fields.get(PAD)
        if field is None:
            return
        shown = field.isVisibleTo(self)
        self.clear.setVisible(shown and self.pad.is_signed)
        if shown and self._is_void and not field.trouble:
            field.say(SIGN_AGAIN)

    def _take_signature(self) -> None:
        self._signed, self._is_void = (self._terms() if self.pad.is_signed else None), False
        self.tell_typed()

    def _terms(self) -> dict[str, str]:
        return {name: text for name, text in self.contents().items() if name not in self.beside_terms}

    def _beginning(self, button: Button) -> QWidget:
        """The button at the start of a row of its own."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(button)
        across.addStretch(1)
        return row
