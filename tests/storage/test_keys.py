from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navigator.access import StoreName
from navigator.storage import keys, slots


@given(st.binary(min_size=32, max_size=32), st.binary(max_size=200), st.binary(max_size=50))
def test_what_was_wrapped_comes_back_under_the_same_key_and_header(key, secret, header):
    assert keys.unwrap(key, keys.wrap(key, secret, header), header) == secret


@given(st.integers(min_value=0), st.binary(min_size=1, max_size=40))
def test_a_box_with_one_changed_byte_does_not_open(place, secret):
    key = keys.fresh_store_key()
    raw = bytearray(keys.from_text(keys.wrap(key, secret, b"header")))
    raw[place % len(raw)] ^= 1
    with pytest.raises(keys.DoesNotOpen):
        keys.unwrap(key, keys.to_text(bytes(raw)), b"header")


def test_a_box_does_not_open_under_another_header():
    key = keys.fresh_store_key()
    with pytest.raises(keys.DoesNotOpen):
        keys.unwrap(key, keys.wrap(key, b"secret", b"one station"), b"another station")


def test_a_sealed_key_opens_for_its_account_alone():
    mine, other, store_key = keys.KeyPair.fresh(), keys.KeyPair.fresh(), keys.fresh_store_key()
    sealed = keys.seal(store_key, mine.public, b"header")
    assert keys.unseal(sealed, mine, b"header") == store_key
    with pytest.raises(keys.DoesNotOpen):
        keys.unseal(sealed, other, b"header")


@pytest.mark.parametrize("rubbish", ["", ".", "a.b", "####.####", "AAAA.AAAA"])
def test_a_damaged_seal_is_said_to_be_closed(rubbish):
    with pytest.raises(keys.DoesNotOpen):
        keys.unseal(rubbish, keys.KeyPair.fresh(), b"")


def test_a_weakened_derivation_is_refused():
    weak = replace(keys.fresh_kdf(), memory_kib=8)
    with pytest.raises(keys.DoesNotOpen):
        keys.key_of_passphrase("correct horse battery", weak)


def test_a_recovery_code_can_be_typed_carelessly():
    store_keys = {name: keys.fresh_store_key() for name in StoreName}
    code = keys.fresh_recovery_code()
    recovery = slots.make_recovery("station", code, store_keys)
    careless = code.lower().replace("-", " ").replace("o", "0").replace("i", "1").replace("b", "8")
    assert slots.recovered("station", recovery, careless) == store_keys


@pytest.mark.parametrize("wrong", ["", "hello", "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA", "ж" * 32])
def test_a_wrong_recovery_code_opens_nothing(wrong):
    recovery = slots.make_recovery("station", keys.fresh_recovery_code(), {StoreName.CASEWORK: bytes(32)})
    with pytest.raises(keys.DoesNotOpen):
        slots.recovered("station", recovery, wrong)


def test_a_slot_moved_to_another_station_or_account_does_not_open():
    slot = slots.make_slot("here", "account", "Dana", "correct horse battery", {StoreName.DIRECTORY: bytes(32)})
    with pytest.raises(keys.DoesNotOpen):
        slots.private_half("elsewhere", slot, "correct horse battery")
    with pytest.raises(keys.DoesNotOpen):
        slots.private_half("here", replace(slot, name="Sam"), "correct horse battery")


def test_a_passphrase_typed_with_composed_or_separate_accents_is_the_same():
    kdf = keys.fresh_kdf()
    assert keys.key_of_passphrase("caf\u00e9 au lait noir", kdf) == keys.key_of_passphrase(
        "cafe\u0301 au lait noir", kdf
    )
