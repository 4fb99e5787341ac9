"""``reportedly verify``: archived bytes against the ledger."""

from reportedly.cli.opening import run_on
from reportedly.cli.options import HERE, DeskOption
from reportedly.errors import DamagedArchive


def verify(desk: DeskOption = HERE) -> None:
    """Check every archived byte against the ledger."""
    from reportedly import pipeline

    with run_on(desk) as run:
        checked, findings = pipeline.verify(run)
        for finding in findings:
            print(f"{finding.url} ({finding.warc} at {finding.offset}): {finding.message}".lstrip())
    print(f"{checked:,} captures checked, {len(findings):,} damaged or missing")
    if findings:
        raise DamagedArchive(f"{len(findings):,} captures differ from the ledger; restore their WARC files from a copy")
