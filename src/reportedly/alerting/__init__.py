"""Alerts: what saved searches matched is told to whom it was promised, by mail or to a web address.

First what is to be told is put down, then it is sent, then that is put down. A program that is killed between sends
again with the same id, by which a receiver drops it: at least once, never lost.
"""

from reportedly.alerting.sending import Sent, send

__all__ = ["Sent", "send"]
