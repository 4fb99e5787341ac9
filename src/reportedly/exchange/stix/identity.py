"""Identities: the desk itself, the outlets it tells of, and the liaisons it names. Nobody else is made into one."""

from collections.abc import Iterator

from reportedly.exchange.canonical import canonical
from reportedly.exchange.stix import ids
from reportedly.exchange.stix.extension import Object
from reportedly.records import Imprint, Liaison

CONTACT = "extension-definition--66e2492a-bbd3-4be6-88f5-cc91a017a498"
DESK, OUTLET, LIAISON = "identity/desk", "identity/outlet", "identity/liaison"


def desk(name: str) -> Object:
    """The desk that tells."""
    return {"type": "identity", "name": name, "identity_class": "organization", "roles": ["news desk"]}


def outlet(imprint: Imprint, name: str) -> Object:
    """Who printed an article."""
    told = [f"Outlet at {imprint.home}"]
    told += [f"country {imprint.country}"] if imprint.country else []
    told += [f"owner {imprint.owner}"] if imprint.owner else []
    return {
        "type": "identity",
        "name": name,
        "description": ", ".join(told),
        "identity_class": "organization",
        "sectors": ["communications"],
    }


def liaison(person: Liaison) -> Object:
    """A person who speaks for the desk, with how they are reached."""
    until = f" until {person.until:%Y-%m-%d}" if person.until else ""
    contact: Object = {"extension_type": "property-extension"}
    mail = email(person)
    if mail is not None:
        own = {"email_address_ref": mail["id"], "digital_contact_type": "work", "classified": False}
        contact["email_addresses"] = [own]
    else:
        number = {"contact_number": person.contact, "contact_number_type": "work-phone", "classified": False}
        contact["contact_numbers"] = [number]
    return {
        "type": "identity",
        "name": person.name,
        "description": f"Liaison{until}: {person.contact}",
        "identity_class": "individual",
        "roles": [person.role],
        "extensions": {CONTACT: contact},
    }


def email(person: Liaison) -> Object | None:
    """The address of mail of a liaison, as the object that their identity refers to; None where they gave none."""
    if "@" not in person.contact or " " in person.contact:
        return None
    own = ids.observable_id("email-addr", canonical({"value": person.contact}).decode())
    return {"type": "email-addr", "spec_version": "2.1", "id": own, "value": person.contact}


def emails(liaisons: tuple[Liaison, ...]) -> Iterator[Object]:
    """The addresses of mail of these."""
    yield from (mail for person in liaisons if (mail := email(person)))
