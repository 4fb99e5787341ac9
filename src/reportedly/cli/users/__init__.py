"""``reportedly users``: who may come in to the web desk."""

from reportedly.cli.app import group
from reportedly.cli.users import add, audit, list_, password, remove, role, sessions

__all__ = ["commands"]

commands = group(
    "Say who may come in to the web desk.",
    {
        "add": add.add,
        "list": list_.list_,
        "role": role.role,
        "password": password.password,
        "sessions": sessions.sessions,
        "remove": remove.remove,
        "audit": audit.audit,
    },
)
