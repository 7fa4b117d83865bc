"""Why a referral ended as it did (R-04). What the provider declined is kept apart from what the person declined."""

from enum import StrEnum


class RejectionReason(StrEnum):
    """The provider said no."""

    NO_CAPACITY = "no_capacity"
    NOT_ELIGIBLE = "not_eligible"
    OUT_OF_AREA = "out_of_area"
    ACUITY_TOO_HIGH = "acuity_too_high"
    MEDICAL_CLEARANCE_NEEDED = "medical_clearance_needed"
    DOCUMENTS_MISSING = "documents_missing"
    INSURANCE = "insurance"
    BANNED = "banned"
    NO_ANSWER_CLOSED = "no_answer_closed"
    OTHER = "other"


class CancellationReason(StrEnum):
    """The person, or the team with the person, let it go."""

    PERSON_DECLINED = "person_declined"
    PERSON_CHOSE_OTHER = "person_chose_other"
    NOT_SELECTED = "not_selected"
    NEEDS_MET_ELSEWHERE = "needs_met_elsewhere"
    HOSPITAL_OR_CUSTODY = "hospital_or_custody"
    DUPLICATE = "duplicate"
    NOT_SAFE = "not_safe"
    OTHER = "other"


class FailureReason(StrEnum):
    """It was accepted and did not come about."""

    NO_SHOW = "no_show"
    LEFT_BEFORE_SERVICE = "left_before_service"
    COULD_NOT_REACH = "could_not_reach"
    TRANSPORT_FAILED = "transport_failed"
    PROVIDER_WITHDREW = "provider_withdrew"
    DIED = "died"
    OTHER = "other"


class CompletionOutcome(StrEnum):
    SERVICE_STARTED = "service_started"
    ADMITTED = "admitted"
    APPOINTMENT_ATTENDED = "appointment_attended"
    ENROLLED = "enrolled"
    ENROLLED_WAITLIST = "enrolled_waitlist"
    PROVIDER_CONFIDENTIAL = "provider_confidential_cannot_confirm"
    PERSON_REPORTS_RECEIVED = "person_reports_received"
