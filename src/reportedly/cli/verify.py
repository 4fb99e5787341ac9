"""``reportedly verify``: archived bytes against the ledger."""

from reportedly.cli.opening import session_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import DamagedArchive


def verify(desk: DeskOption = HERE) -> None:
    """Check every archived byte against the ledger."""
    from reportedly import pipeline
    from reportedly.account.wording import counted

    with session_on(desk) as session:
        checked, findings = pipeline.verify(session)
        for finding in findings:
            print(f"{finding.url} ({finding.warc} at {finding.offset}): {finding.message}".lstrip())
    print(f"{counted(checked, 'capture')} checked, {len(findings):,} damaged or missing")
    if findings:
        places = counted(len(findings), "place")
        raise DamagedArchive(f"the archive differs from the ledger in {places}: restore these WARC files from a copy")
