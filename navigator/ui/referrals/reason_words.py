"""The reasons of R-04 in plain words, as a clinician chooses and reads them."""

from navigator.referrals.reasons import CancellationReason, CompletionOutcome, FailureReason, RejectionReason

_R, _C, _F, _O = RejectionReason, CancellationReason, FailureReason, CompletionOutcome

REJECTIONS = {
    _R.NO_CAPACITY: "No bed or place free",
    _R.NOT_ELIGIBLE: "Not whom they take",
    _R.OUT_OF_AREA: "Out of their area",
    _R.ACUITY_TOO_HIGH: "Too ill for them",
    _R.MEDICAL_CLEARANCE_NEEDED: "A doctor must see them first",
    _R.DOCUMENTS_MISSING: "Papers are missing",
    _R.INSURANCE: "Insurance",
    _R.BANNED: "May not come there",
    _R.NO_ANSWER_CLOSED: "Nobody there, or closed",
    _R.OTHER: "Another reason",
}
CANCELLATIONS = {
    _C.PERSON_DECLINED: "The person said no",
    _C.PERSON_CHOSE_OTHER: "The person chose another place",
    _C.NOT_SELECTED: "Another place was taken",
    _C.NEEDS_MET_ELSEWHERE: "Helped in another way",
    _C.HOSPITAL_OR_CUSTODY: "Hospital or custody",
    _C.DUPLICATE: "Written twice",
    _C.NOT_SAFE: "Not safe there",
    _C.OTHER: "Another reason",
}
FAILURES = {
    _F.NO_SHOW: "Did not arrive",
    _F.LEFT_BEFORE_SERVICE: "Left before it began",
    _F.COULD_NOT_REACH: "Could not be reached",
    _F.TRANSPORT_FAILED: "The ride did not come about",
    _F.PROVIDER_WITHDREW: "The place took its yes back",
    _F.DIED: "The person died",
    _F.OTHER: "Another reason",
}
COMPLETIONS = {
    _O.SERVICE_STARTED: "The service began",
    _O.ADMITTED: "Admitted",
    _O.APPOINTMENT_ATTENDED: "Came to the appointment",
    _O.ENROLLED: "Enrolled",
    _O.ENROLLED_WAITLIST: "On the waiting list",
    _O.PROVIDER_CONFIDENTIAL: "The place may not tell",
    _O.PERSON_REPORTS_RECEIVED: "The person says they were helped",
}
