"""The form of a consent: read aloud, ticked together, signed. It holds every element of 42 CFR 2.31 (P-08)."""

from collections.abc import Mapping
from datetime import date, timedelta

from navigator.city import Signer
from navigator.referrals.consent import Category, Consent, ConsentKind, is_drawn
from navigator.resources import ages
from navigator.resources.categories import Category as HelpKind
from navigator.ui.consent.asked import Asked
from navigator.ui.consent.signed_form import PAD, SignedForm
from navigator.ui.consent.words import KINDS, TICKS
from navigator.ui.referrals.forms.form import Setting
from navigator.ui.referrals.forms.wrong import Wrong
from navigator.ui.widgets.choice import Check
from navigator.ui.widgets.field import Field

PLACE, NAME, HELP = "place", "name", "help"
"""Who may be told: the place of the referral, somebody by name, or whoever gives a kind of help."""
EVENT = "event"
_DAYS = ("7", "30", "90")
_PURPOSE = "To find help and arrange the handoff"
_SETTLED = {Signer.THEMSELVES, Signer.PARENT_OR_GUARDIAN}
"""Where the table leaves no choice."""
_SIGNERS = ((Signer.THEMSELVES, "The person"), (Signer.PARENT_OR_GUARDIAN, "A parent or guardian"))
_WHO_SIGNS = {
    Signer.THEMSELVES: "At this age the person signs.",
    Signer.PARENT_OR_GUARDIAN: "At this age a parent or guardian signs.",
    Signer.EITHER: "At this age the person may sign, or a parent or guardian.",
    Signer.ASK_SUPERVISOR: "Who may sign is not settled for this age. The supervisor decides; until then it waits.",
}


class ConsentForm(SignedForm):
    """`consent` is what is typed; the service says what it still lacks."""

    key = "consent"
    beside_terms = frozenset({PAD, "kind", "witness", "told_of_right", "redisclosure", "refusal"})

    def __init__(self, setting: Setting, asked: Asked, kinds_of_help: Mapping[str, HelpKind]) -> None:
        super().__init__(setting, "square-pen", "A consent to tell somebody", "Save the consent")
        self._asked = asked
        self.keep_field("asked", self._asked_here, lambda _text: None)
        self._add_recipient(kinds_of_help)
        self._add_content()
        self._add_end()
        self._add_signature()
        self._show_what()
        self.settle()

    @property
    def consent(self) -> Consent:
        """What is typed; a choice that is not made is the first."""
        ends, tpo = str(self.ends.value or ""), self.tpo.isChecked()
        ticked = self.categories.ticked
        return Consent(
            person_id=self._asked.person.id,
            visit_id=self._asked.visit_id,
            kind=self._kind,
            discloser=self._asked.law.discloser,
            categories=ticked,
            described=self.described.text().strip() or "; ".join(ticked),
            **self._recipient(),
            purpose=self.purpose.text().strip(),
            told_of_right=self.told_of_right.isChecked(),
            expires_on=self._today() + timedelta(days=int(ends)) if ends in _DAYS else None,
            expires_event=self.happening.text().strip() if ends == EVENT else "",
            signed_by=self.signed_by.text().strip(),
            signer=self._signer,
            signed_at=self.now(),
            witness=self.witness.text().strip() if self._kind is ConsentKind.VERBAL else "",
            strokes=self.pad.strokes if self._kind is ConsentKind.ON_SCREEN else (),
            tpo=tpo,
            told_redisclosure=tpo and self.told_redisclosure.isChecked(),
            told_refusal=tpo and self.told_refusal.isChecked(),
        )

    def wrong(self) -> Wrong | None:
        """Only what stands under a field of its own; the rest the service says."""
        self.heed_change()
        found = (
            ("help", "Choose the kind of help.", self.to.value == HELP and not self.help.currentData()),
            ("recipient", "Write who may be told.", not self._recipient()["recipient"]),
            ("categories", "Tick who it is and what help is needed: it is the least.", not self._tells_least()),
            ("purpose", "Write what it is for.", not self.purpose.text().strip()),
            ("ends", "Choose when it ends.", self.ends.value is None),
            ("event", "Write what has to happen.", self.ends.value == EVENT and not self.happening.text().strip()),
            ("told_of_right", "Tell the person that they can take it back, and how. Then tick it.", not self._told()),
            (
                "redisclosure",
                "Tell the person that a recipient may pass it on. Then tick it.",
                self._lacks(self.told_redisclosure),
            ),
            (
                "refusal",
                "Tell the person what happens if they do not sign. Then tick it.",
                self._lacks(self.told_refusal),
            ),
            ("kind", "Choose how the person says yes.", self.kind.value is None),
            ("signer", "Choose who signs.", self.signer.value is None),
            ("signer", _WHO_SIGNS[self._asked.signer], self._asked.signer in _SETTLED - {self._signer}),
            ("signed_by", "Write the name of who signs.", not self.signed_by.text().strip()),
            ("witness", "Write who heard it beside you.", self._needs_witness()),
            (PAD, "The signature is missing. Let the person sign in the field.", self._needs_drawing()),
        )
        return next((Wrong(words, field) for field, words, lacking in found if lacking), None)

    def _add_recipient(self, kinds_of_help: Mapping[str, HelpKind]) -> None:
        place = self._asked.place
        options = [(NAME, "Somebody by name"), (HELP, "Whoever gives this kind of help")]
        if place is not None:
            options.insert(0, (PLACE, place.name))
        self.to = self.add_choice("to", "Who may be told", options)
        self.to.choose(options[0][0])
        self.recipient = self.add_line("recipient", "Their name, and where they work", wide=True)
        helps = [(code, kind.name) for code, kind in kinds_of_help.items()]
        self.help = self.add_select("help", "Kind of help", helps)
        self.to.chosen.connect(self._show_what)

    def _add_content(self) -> None:
        hint = "The less, the better. Tick together with the person."
        self.categories = self.add_ticks("categories", "What may be told", tuple(Category), hint=hint)
        self.categories.boxes[Category.NEED].setChecked(True)
        self.described = self.add_line("described", "In words, where ticks say too little", length=500)
        self.purpose = self.add_line("purpose", "What it is for")
        self.purpose.setText(_PURPOSE)

    def _add_end(self) -> None:
        days = [(days, f"{days} days · {self._day_in(days)}") for days in _DAYS]
        self.ends = self.add_choice("ends", "When it ends", [*days, (EVENT, "When something happens")])
        self.ends.choose("30")
        self.happening = self.add_line("event", "What has to happen", wide=True)
        self.told_of_right = self._tick("told_of_right", *TICKS["told_of_right"], hint=self._asked.law.take_back)
        self.tpo = self._tick("tpo", *TICKS["tpo"])
        self.told_redisclosure = self._tick("redisclosure", *TICKS["redisclosure"])
        self.told_refusal = self._tick("refusal", *TICKS["refusal"])
        self.ends.chosen.connect(self._show_what)
        self.tpo.toggled.connect(self._show_what)

    def _add_signature(self) -> None:
        kinds = [(kind, words) for kind, words in KINDS.items() if kind is not ConsentKind.VERBAL or self._may_speak]
        self.kind = self.add_choice("kind", "How they say yes", kinds, hint=self._asked.verbal, wide=False)
        self.kind.choose(ConsentKind.ON_SCREEN)
        rule = _WHO_SIGNS[self._asked.signer]
        self.signer = self.add_choice("signer", "Who signs", _SIGNERS, hint=rule, wide=False)
        self.signed_by = self.add_line("signed_by", "Name of who signs")
        self.witness = self.add_line("witness", "Who heard it beside you")
        self.add_pad()
        if self._asked.signer is not Signer.PARENT_OR_GUARDIAN:
            self.signer.choose(Signer.THEMSELVES)
            self.signed_by.setText(self._asked.person.called)
        else:
            self.signer.choose(Signer.PARENT_OR_GUARDIAN)
        self.kind.chosen.connect(self._show_what)
        self.signer.chosen.connect(self._name_signer)

    @property
    def _may_speak(self) -> bool:
        return not self._asked.verbal

    @property
    def _kind(self) -> ConsentKind:
        return self.kind.value if isinstance(self.kind.value, ConsentKind) else ConsentKind.ON_SCREEN

    @property
    def _signer(self) -> Signer:
        return self.signer.value if isinstance(self.signer.value, Signer) else Signer.THEMSELVES

    def _recipient(self) -> dict[str, str]:
        place = self._asked.place
        if self.to.value == PLACE and place is not None:
            return {"recipient": place.name, "recipient_service_id": place.service_id, "recipient_class": ""}
        if self.to.value == HELP:
            code = str(self.help.currentData() or "")
            name = self.help.currentText() if code else ""
            return {"recipient": name, "recipient_service_id": "", "recipient_class": code}
        return {"recipient": self.recipient.text().strip(), "recipient_service_id": "", "recipient_class": ""}

    def _tells_least(self) -> bool:
        return Category.NEED in self.categories.ticked

    def _needs_witness(self) -> bool:
        return self._kind is ConsentKind.VERBAL and not self.witness.text().strip()

    def _needs_drawing(self) -> bool:
        return self._kind is ConsentKind.ON_SCREEN and not is_drawn(self.pad.strokes)

    def _show_what(self, *_changed: object) -> None:
        """Only what belongs to the choices that are made."""
        shown = {
            "recipient": self.to.value == NAME,
            "help": self.to.value == HELP,
            "event": self.ends.value == EVENT,
            "witness": self._kind is ConsentKind.VERBAL,
            "redisclosure": self.tpo.isChecked(),
            "refusal": self.tpo.isChecked(),
            PAD: self._kind is ConsentKind.ON_SCREEN,
        }
        for name, visible in shown.items():
            self.fields[name].setVisible(visible)
        self.show_signature()

    def put(self, contents: Mapping[str, str]) -> None:
        super().put(contents)
        if self.to.value is None:
            self.to.choose(NAME)
        self._show_what()

    def _tick(self, name: str, label: str, words: str, hint: str = "") -> Check:
        box = Check(self.theme, words)
        self.keep_field(name, lambda: "yes" if box.isChecked() else "", lambda text: box.setChecked(bool(text)))
        box.toggled.connect(self.tell_typed)
        self._add(name, Field(self.theme, label, box, hint=hint), wide=False)
        box.setAccessibleName(words)
        return box

    def _told(self) -> bool:
        return self.told_of_right.isChecked()

    def _lacks(self, statement: Check) -> bool:
        return self.tpo.isChecked() and not statement.isChecked()

    def _name_signer(self, _signer: object) -> None:
        """The person's own name stands there only while the person signs."""
        own, name = self._asked.person.called, self.signed_by.text().strip()
        if self._signer is Signer.THEMSELVES and not name:
            self.signed_by.setText(own)
        elif self._signer is Signer.PARENT_OR_GUARDIAN and name == own:
            self.signed_by.clear()
        self.tell_typed()

    def _asked_here(self) -> str:
        """For which place and on which day: a signature of before is one for that alone."""
        place = self._asked.place
        return f"{place.service_id if place else ''} {self._today()}"

    def _day_in(self, days: str) -> str:
        return ages.day(self._today() + timedelta(days=int(days)), self._today())

    def _today(self) -> date:
        return self.now().astimezone(self.setting.zone).date()
