"""``reportedly outlets starter``: outlets to start from."""


def starter() -> None:
    """List outlets to start from: Iran, Pakistan, Afghanistan, the Gulf, and the agencies of the world."""
    from reportedly import outlets

    for outlet in outlets.starter():
        print(f"{outlet.folder}\t{outlet.id}\t{outlet.name}\t{outlet.home}\t{' '.join(outlet.languages)}")
