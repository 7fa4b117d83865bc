"""What a parcel hides leaves casework too at the next sign-in, under whatever id it was chosen (S-13, S-14)."""

from contextlib import ExitStack

from navigator.app.desk import open_desk
from navigator.city import load_city
from navigator.referrals.snapshot import snapshot_of
from tests.conftest import PASSPHRASE
from tests.referrals.scenes import ANA, NOW, told
from tests.resources.stations import HARBOR, carried, station_at


def test_a_place_that_the_publisher_hid_leaves_the_referrals_made_before(laid_once, tmp_path, clock):
    city, stick = load_city("philadelphia"), tmp_path / "stick.parcel"
    with ExitStack() as stack:
        office, car = (stack.enter_context(station_at(laid_once, tmp_path / name / "station", clock)) for name in "ab")
        office.load(HARBOR)
        (old,) = car.load(HARBOR)
        casework = open_desk(car.station, car.actor, city).casework
        visit = casework.visits.open(car.actor, told(), ANA)
        made = casework.referrals.draft(car.actor, visit.id, snapshot_of(old, NOW, city.zone), "detox")
        carried(office, car, stick)
        office.secrecy.hide(office.actor, office.named(HARBOR.name).id)
        carried(office, car, stick)
        car.station.close()
        who = car.station.sign_in("supervisor", PASSPHRASE)
        desk = open_desk(car.station, who, city)
        snapshot = desk.casework.referrals.referral(who, made.id).snapshot
        assert (snapshot.confidential, snapshot.address, snapshot.entry_id) == (True, "", old.id)
        assert desk.directory.entry(who, snapshot.entry_id).confidential
