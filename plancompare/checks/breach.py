"""What a rule yields: a record, and what is wrong with it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancompare.findings import Location
from plancompare.messages import Message
from plancompare.model import Commitment, Plan


class Breach(NamedTuple):
    """A place, what is wrong there and what to do, and the reasons by which its record waives checks."""

    at: Location
    message: Message
    waived: Mapping[str, str] = MappingProxyType({})


def of(record: Commitment | Plan, message: Message, at: Location | None = None) -> Breach:
    """A breach by a record, at its own place or at one inside it; its waivers count."""
    if isinstance(record, Commitment):
        message = Message("commitment {id}: {fault}", id=record.id, fault=message)
    return Breach(at or record.at, message, record.waived)
