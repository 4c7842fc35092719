"""All that holds on every backend, in one class that the tests of each of them inherit."""

from __future__ import annotations

from tests.storage.contract import Contract
from tests.storage.contract_absences import AbsencesContract
from tests.storage.contract_days_off import DaysOffContract
from tests.storage.contract_enrolments import EnrolmentsContract
from tests.storage.contract_participation import ParticipationContract
from tests.storage.contract_person import PersonContract
from tests.storage.contract_pictures import PicturesContract
from tests.storage.contract_published import PublishedContract
from tests.storage.contract_signals import SignalsContract


class EveryContract(
    Contract,
    AbsencesContract,
    DaysOffContract,
    EnrolmentsContract,
    ParticipationContract,
    PersonContract,
    PicturesContract,
    PublishedContract,
    SignalsContract,
):
    """The contract of storage, feature by feature."""
