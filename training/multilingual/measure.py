"""How good a model is on windows it was not taught: quick figures while training, in pieces; not the desk's own."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from reportedly.read.model import decode
from reportedly.read.model.named import NAMES
from training.multilingual.model import VECTOR, Multilingual
from training.multilingual.windows import Ahead, Named
from training.statements.labelled import IGNORED, Row
from training.statements.train import DEVICE, padded

FLOORS = (0.3, 0.4, 0.5)


@torch.no_grad()
def all_of(model: Multilingual, held: dict[str, Sequence[Any]]) -> dict[str, Any]:
    """Figures of each held set, by the kind of its windows."""
    model.eval()
    out: dict[str, Any] = {}
    for name, rows in held.items():
        if not rows:
            continue
        if isinstance(rows[0], Row):
            out[name] = [_joint(model, rows, floor) for floor in FLOORS]
        elif isinstance(rows[0], Named):
            out[name] = _names(model, rows)
        elif isinstance(rows[0], Ahead):
            out[name] = _ahead(model, rows)
        else:
            out[name] = _nearest(model, rows)
    return out


def _read(model: Multilingual, rows: Sequence[Any]) -> Iterator[tuple[list[Any], torch.Tensor, torch.Tensor]]:
    ordered = sorted(rows, key=lambda row: len(row.window.pieces))
    for start in range(0, len(ordered), 64):
        part = ordered[start : start + 64]
        longest = max(len(row.window.pieces) for row in part)
        pieces = torch.from_numpy(padded([np.asarray(row.window.pieces, np.int64) for row in part], longest, 0)).to(
            DEVICE
        )
        mask = (pieces != 0).long()
        with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
            states = model.states(model.words(pieces), mask)
        yield part, states.float(), mask


def _joint(model: Multilingual, rows: Sequence[Row], floor: float) -> float:
    """F1 of statements whose contents share half of their pieces and whose sources touch."""
    right = said = wanted = 0
    for part, states, mask in _read(model, rows):
        likely = model.cues(states).softmax(-1).cpu().numpy()
        for number, row in enumerate(part):
            real = np.ones(len(row.window.pieces), bool)
            real[[0, -1]] = False
            runs = decode.cue_runs(likely[number, : len(real)])
            which = torch.tensor([number] * len(runs), device=DEVICE)
            starts, ends = (torch.tensor([run[side] for run, _ in runs], device=DEVICE) for side in (0, 1))
            found = []
            if runs:
                roles = model.roles(states, mask, which, starts, ends).softmax(-1).cpu().numpy()
                each = (
                    decode.statement(p[: len(real)], run, sure, real)
                    for (run, sure), p in zip(runs, roles, strict=True)
                )
                found = decode.best([one for one in each if one], floor)
            said, wanted = said + len(found), wanted + len(row.roles)
            right += _matched(found, row.roles)
    return round(200 * right / max(1, said + wanted), 1)


def _matched(found: Sequence[decode.Found], labelled: Sequence[tuple[int, int, NDArray[np.int64]]]) -> int:
    pairs = []
    for (i, one), (j, (_, _, roles)) in product(enumerate(found), enumerate(labelled)):
        mine, his = _set(one.content), set(np.flatnonzero(roles == decode.CONTENT).tolist())
        if mine and len(mine & his) >= 0.5 * len(mine | his):
            source = set(np.flatnonzero(roles == decode.SOURCE).tolist())
            pairs.append(
                (len(mine & his) / len(mine | his), i, j, bool(_set(one.source) & source) or not (one.source or source))
            )
    right, used = 0, set[tuple[str, int]]()
    for _, i, j, same in sorted(pairs, reverse=True):
        if ("i", i) not in used and ("j", j) not in used:
            used |= {("i", i), ("j", j)}
            right += same
    return right


def _set(runs: Sequence[tuple[int, int]]) -> set[int]:
    return {at for start, end in runs for at in range(start, end)}


def _names(model: Multilingual, rows: Sequence[Named]) -> float:
    """F1 of names: kind and both ends."""
    right = said = wanted = 0
    for part, states, _ in _read(model, rows):
        best = model.names(states).argmax(-1).cpu().numpy()
        for number, row in enumerate(part):
            asked = np.flatnonzero(row.names != IGNORED)
            mine, his = (spans([NAMES[k] for k in given[asked]]) for given in (best[number], row.names))
            right, said, wanted = right + len(mine & his), said + len(mine), wanted + len(his)
    return round(200 * right / max(1, said + wanted), 1)


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """The names that tags of words mark: first word, end, kind."""
    out, start, kind = set[tuple[int, int, str]](), -1, ""
    for at, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != kind):
            out.add((start, at, kind))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start, kind = at, tag[2:]
    return out


def _ahead(model: Multilingual, rows: Sequence[Ahead]) -> list[float]:
    """The best F1 over all thresholds of pieces that tell what lies ahead, with its threshold."""
    scored: list[tuple[float, bool]] = []
    for part, states, _ in _read(model, rows):
        ahead = model.events(states)[..., 0].cpu().numpy()
        for number, row in enumerate(part):
            asked = np.flatnonzero(row.ahead != IGNORED)
            scored += zip(ahead[number][asked].tolist(), (row.ahead[asked] == 1).tolist(), strict=True)
    scored.sort(reverse=True)
    total, right, best = sum(label for _, label in scored), 0, (0.0, 0.0)
    for said, (score, label) in enumerate(scored, 1):
        right += label
        best = max(best, (200 * right / (said + total), score))
    return [round(one, 2) for one in best]


def _nearest(model: Multilingual, pairs: Sequence[tuple[Any, Any]]) -> float:
    """Of texts and their translations, how many are nearest to each other of all, in percent."""
    sides = []
    for side in (0, 1):
        rows = [pair[side] for pair in pairs]
        place = {id(row): number for number, row in enumerate(rows)}
        found = torch.zeros(len(rows), VECTOR, device=DEVICE)
        for part, states, mask in _read(model, rows):
            found[[place[id(row)] for row in part]] = model.vector(states, mask)
        sides.append(found - found.mean(0))
    return round(
        100 * (sides[0] @ sides[1].T).argmax(1).eq(torch.arange(len(pairs), device=DEVICE)).float().mean().item(), 1
    )
