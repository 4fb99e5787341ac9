"""Train the multilingual model: ``python -m training.multilingual.train WINDOWS.pkl.xz E5.npz OUT``.

First all twelve layers learn every task; then six, which begin as every second of them, learn to give the same. Both on
an accelerator in some minutes, on two cores in a day.
"""

import argparse
import copy
import json
import lzma
import pickle
import random
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor, nn

from reportedly.read.model import decode
from reportedly.read.model.outlook import AHEAD, CERTAINTY, ROOT, STATUS
from training.multilingual import base, measure
from training.multilingual.model import VECTOR, Multilingual, every_second, mean
from training.multilingual.windows import Ahead, Given, Plain, Taught
from training.outlook.train import AHEAD_WEIGHT
from training.statements.labelled import IGNORED, Rated, Row
from training.statements.train import DEVICE, batches, encoded, entropy, follow, padded, statements_loss, sureness_loss

AVERAGED: Final = 0.995  # share of the running average kept at each step
STEP: Final = 8.0  # eighths, in which the English outlook's numbers are kept
PARTS: Final = (AHEAD, STATUS, ROOT, CERTAINTY)
PACED: Final = 80  # steps after which the pace is known
ASKED: Final = 160  # cues of a batch that the two models are compared on

Batch = Sequence[Any]


def started(packed: Path, layers: tuple[int, ...], frozen: int) -> Multilingual:
    """The body under fresh heads; its words and lowest layers stay as they are."""
    state = base.weights(packed, layers)
    model = Multilingual(base.configured(len(layers), len(state["embeddings.word_embeddings.weight"])))
    missing = [
        name for name in model.body.load_state_dict(state, strict=False).missing_keys if "position_ids" not in name
    ]
    if missing:
        raise SystemExit(f"the weights lack {missing}")
    model.body.embeddings.requires_grad_(requires_grad=False)
    for layer in model.body.encoder.layer[:frozen]:
        layer.requires_grad_(requires_grad=False)
    return model.to(DEVICE)


def loss(model: Multilingual, batch: Batch, dice: random.Random) -> Tensor:
    """The loss of a batch of one kind of label."""
    first = batch[0]
    if isinstance(first, Row):
        return statements_loss(model, batch, dice)
    if isinstance(first, Rated):
        return sureness_loss(model, batch)
    states, _, longest = encoded(model, batch)
    if isinstance(first, Taught):
        return taught_loss(model.events(states).float(), batch, longest)
    if isinstance(first, Ahead):
        return ahead_loss(model.events(states).float(), batch, longest)
    return entropy(model.names(states).float(), labels(batch, "names", longest))


def labels(batch: Batch, name: str, longest: int) -> Tensor:
    """(windows, pieces) of a kind of label."""
    return torch.from_numpy(padded([getattr(row, name) for row in batch], longest, IGNORED)).to(DEVICE)


def taught_loss(logits: Tensor, batch: Sequence[Taught], longest: int) -> Tensor:
    """How far the outlook is from what the English one says of the same words."""
    told = np.zeros((len(batch), longest, sum(PARTS)), np.float32)
    asked = np.zeros((len(batch), longest), bool)
    for number, row in enumerate(batch):
        told[number, : len(row.told)], asked[number, : len(row.asked)] = row.told / STEP, row.asked
    chosen = torch.from_numpy(asked).to(DEVICE)
    return alike(logits[chosen], torch.from_numpy(told).to(DEVICE)[chosen])


def alike(said: Tensor, wanted: Tensor) -> Tensor:
    """How far logits of the outlook (pieces, width) are from those wanted."""
    ahead, *classes = said.split(PARTS, -1)
    likely, *others = wanted.split(PARTS, -1)
    weight = 1 + (AHEAD_WEIGHT - 1) * likely.sigmoid()
    total = 2 * nn.functional.binary_cross_entropy_with_logits(ahead, likely.sigmoid(), weight=weight)
    event = 1 - others[0].softmax(-1)[:, 0]
    total = total + divergence(classes[0], others[0])
    for mine, other in zip(classes[1:], others[1:], strict=True):
        total = total + 0.3 * divergence(mine, other, event)
    return total


def divergence(said: Tensor, wanted: Tensor, weight: Tensor | None = None) -> Tensor:
    """The mean divergence of probabilities from those wanted, (..., classes) logits each, weighted."""
    each = nn.functional.kl_div(said.log_softmax(-1), wanted.softmax(-1), reduction="none").sum(-1)
    return each.mean() if weight is None else (each * weight).sum() / weight.sum().clamp(min=1)


def ahead_loss(logits: Tensor, batch: Sequence[Ahead], longest: int) -> Tensor:
    """What lies ahead, with its root and status where labelled."""
    ahead, status, root, _ = logits.split(PARTS, -1)
    wanted = labels(batch, "ahead", longest)
    asked = wanted != IGNORED
    weight = torch.where(wanted[asked] == 1, AHEAD_WEIGHT, 1.0)
    total = 2 * nn.functional.binary_cross_entropy_with_logits(
        ahead[..., 0][asked], wanted[asked].float(), weight=weight
    )
    return (
        total
        + 0.3 * entropy(root, labels(batch, "root", longest))
        + 0.3 * entropy(status, labels(batch, "status", longest))
    )


def epoch(given: Given, number: int, tokens: int, dice: random.Random) -> list[Batch]:
    """The batches of an epoch, of every kind of label; the English outlook has much to say, so half of it each time."""
    cuts = [given.said, given.foreign, given.rated]
    kinds: list[Sequence[Any]] = [cut[number % len(cut)] for cut in cuts]
    kinds += [given.ahead, given.named, dice.sample(given.taught, len(given.taught) // 2)]
    todo = [batch for rows in kinds for batch in batches(rows, dice, tokens) if batch]
    dice.shuffle(todo)
    return todo


def run(
    model: Multilingual, steps: Sequence[Callable[[], Tensor]], rates: tuple[float, float], seconds: float
) -> Multilingual:
    """The averaged weights after these steps, each a loss, or as many as the ``seconds`` allow by the first ones' pace.

    ``rates`` are those of the body and of the heads.
    """
    total = len(steps)
    body = [p for name, p in model.named_parameters() if name.startswith("body") and p.requires_grad]
    heads = [p for name, p in model.named_parameters() if not name.startswith("body")]
    groups = [{"params": body, "initial_lr": rates[0]}, {"params": heads, "initial_lr": rates[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=DEVICE.type == "cuda")
    average, began, lost = copy.deepcopy(model).eval(), time.monotonic(), list[Tensor]()
    for step, error in enumerate(steps):
        if step == PACED:
            total = min(total, int(PACED * seconds / (time.monotonic() - began)))
        if step >= total:
            break
        part = max(0.02, min(step / (0.06 * total), (total - step) / (0.94 * total)))
        for group in optimizer.param_groups:
            group["lr"] = group["initial_lr"] * part
        optimizer.zero_grad()
        with torch.autocast(DEVICE.type, dtype=torch.bfloat16):
            found = error()
        found.backward()
        nn.utils.clip_grad_norm_([*body, *heads], 1.0)
        optimizer.step()
        follow(average, model, min(AVERAGED, (step + 1) / (step + 11)))
        lost.append(found.detach())
        if step % 100 == 99:  # noqa: PLR2004
            lately, spent = torch.stack(lost[-100:]).mean().item(), time.monotonic() - began
            print(f"{step + 1}/{total} loss {lately:.3f} {spent:.0f} s", flush=True)
    return average


def taught(given: Given, packed: Path, settings: argparse.Namespace) -> Multilingual:
    """All twelve layers, taught every task."""
    dice = random.Random(settings.seed)  # noqa: S311
    model = started(packed, tuple(range(base.LAYERS)), settings.frozen)
    model.train()
    epochs = [epoch(given, number, settings.tokens, dice) for number in range(settings.epochs)]
    todo = [batch for batches_ in epochs for batch in batches_]
    steps = [partial(loss, model, batch, dice) for batch in todo]
    return run(model, steps, (settings.rate, 8e-4), settings.seconds[0])


def meanings(packed: Path, rows: Sequence[Plain], prefix: Sequence[int]) -> Tensor:
    """The vectors (windows, ``VECTOR``) that the untaught body gives, turned to where they differ most."""
    body = started(packed, tuple(range(base.LAYERS)), base.LAYERS).eval()
    found = torch.zeros(len(rows), base.SIZE, device=DEVICE)
    with torch.no_grad(), torch.autocast(DEVICE.type, dtype=torch.bfloat16):
        for start in range(0, len(rows), 256):
            part = [
                np.concatenate([row.window.pieces[:1], prefix, row.window.pieces[1:]])
                for row in rows[start : start + 256]
            ]
            pieces = torch.from_numpy(padded(part, max(map(len, part)), 0)).to(DEVICE)
            mask = (pieces != 0).long()
            found[start : start + 256] = nn.functional.normalize(
                mean(body.states(body.words(pieces), mask), mask).float(), dim=-1
            )
    centred = found - found.mean(0)
    _, turned = torch.linalg.eigh(centred.T @ centred)
    return nn.functional.normalize(centred @ turned[:, -VECTOR:], dim=-1)


def halved(teacher: Multilingual, packed: Path) -> Multilingual:
    """Half the layers, as they are in the teacher."""
    state = every_second(teacher.state_dict(), base.LAYERS)
    model = started(packed, tuple(range(1, base.LAYERS, 2)), 0)
    model.load_state_dict(state)
    return model


def distilled(
    teacher: Multilingual, given: Given, packed: Path, prefix: Sequence[int], settings: argparse.Namespace
) -> Multilingual:
    """Half the layers, taught to give what the whole gives, on labelled and unlabelled text of all languages."""
    dice = random.Random(settings.seed + 1)  # noqa: S311
    model = halved(teacher, packed)
    model.train()
    short = [row for row in given.plain if row.whole]
    wanted = meanings(packed, short, prefix)
    place = {id(row): number for number, row in enumerate(short)}
    todo = list(_todo(given, settings, dice))[: settings.steps]
    steps = [partial(imitation, model, teacher, batch, (wanted, place), dice) for batch in todo]
    return run(model, steps, (3e-4, 6e-4), settings.seconds[1])


def _todo(given: Given, settings: argparse.Namespace, dice: random.Random) -> Iterator[Batch]:
    """Labelled and unlabelled batches in turn, until there are enough."""
    number = 0
    while True:
        labelled = epoch(given, number, settings.tokens, dice)
        plain = batches(given.plain, dice, settings.tokens)
        every = [*labelled, *plain, *batches([row for row in given.plain if row.whole], dice, settings.tokens)]
        dice.shuffle(every)
        yield from every
        number += 1
        if number > 20:  # noqa: PLR2004
            return


def imitation(
    model: Multilingual,
    teacher: Multilingual,
    batch: Batch,
    vectors: tuple[Tensor, dict[int, int]],
    dice: random.Random,
) -> Tensor:
    """How far the model is from the teacher on every question, and half as far from the labels where there are some."""
    longest = max(len(row.window.pieces) for row in batch)
    pieces = torch.from_numpy(padded([np.asarray(row.window.pieces, np.int64) for row in batch], longest, 0)).to(DEVICE)
    mask = (pieces != 0).long()
    with torch.no_grad():
        other = teacher.states(teacher.words(pieces), mask)
        cues = teacher.cues(other).float()
    states = model.states(model.words(pieces), mask)
    here = mask.bool()
    total = 2 * (states.float() - other.float())[here].square().mean() / other.float()[here].var()
    total = total + divergence(model.cues(states).float()[here], cues[here])
    with torch.no_grad():
        names, events, sure = (
            teacher.names(other).float(),
            teacher.events(other).float(),
            teacher.sureness(other).float(),
        )
    total = total + divergence(model.names(states).float()[here], names[here])
    total = total + 0.5 * alike(model.events(states).float()[here], events[here])
    total = total + nn.functional.smooth_l1_loss(model.sureness(states).float()[here], sure[here]) / 3
    total = total + _roles(model, teacher, (states, other, mask), cues, dice)
    if isinstance(batch[0], Plain):
        rows = [vectors[1][id(row)] for row in batch if row.whole]
        if rows:
            which = torch.tensor([number for number, row in enumerate(batch) if row.whole], device=DEVICE)
            total = total + _meaning(model.vector(states[which], mask[which]), vectors[0][rows])
    elif not isinstance(batch[0], Taught):
        total = total + 0.5 * loss(model, batch, dice)
    return total


def _meaning(said: Tensor, wanted: Tensor) -> Tensor:
    """How far vectors are from those wanted, and how far their likeness to each other is from that of those."""
    apart = (1 - (said * wanted).sum(-1)).mean()
    return 4 * apart + 20 * (said @ said.T - wanted @ wanted.T).square().mean()


def _roles(
    model: Multilingual, teacher: Multilingual, seen: tuple[Tensor, Tensor, Tensor], cues: Tensor, dice: random.Random
) -> Tensor:
    states, other, mask = seen
    likely, lengths = cues.softmax(-1).cpu().numpy(), mask.sum(1).tolist()
    asked = [(n, start, end) for n, size in enumerate(lengths) for (start, end), _ in decode.cue_runs(likely[n, :size])]
    if not asked:
        return states.sum() * 0
    asked = dice.sample(asked, min(len(asked), ASKED))
    which, starts, ends = (torch.tensor([one[k] for one in asked], device=DEVICE) for k in range(3))
    with torch.no_grad():
        wanted = teacher.roles(other, mask, which, starts, ends).float()
    here = mask[which].bool()
    return divergence(model.roles(states, mask, which, starts, ends).float()[here], wanted[here])


def save(model: Multilingual, out: Path) -> None:
    """Weights in half precision, without the word table, in files of 15 MB at most."""
    state = {name: weight.half().cpu() for name, weight in model.state_dict().items() if "word_embeddings" not in name}
    parts: list[dict[str, Tensor]] = [{}]
    for name, weight in state.items():
        if sum(one.nbytes for one in parts[-1].values()) + weight.nbytes > 15e6:  # noqa: PLR2004
            parts.append({})
        parts[-1][name] = weight
    for number, part in enumerate(parts):
        torch.save(part, out / f"multilingual-{number}.pt")


def main() -> None:
    """Train both, measure both, write the smaller."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("windows", type=Path)
    parser.add_argument("packed", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--frozen", type=int, default=3, help="lowest layers that stay as they are")
    parser.add_argument("--tokens", type=int, default=8192, help="pieces of a batch, padding counted")
    parser.add_argument("--steps", type=int, default=3000, help="of the smaller model")
    parser.add_argument("--seconds", type=float, nargs=2, default=(1e9, 1e9), help="what each of the two may take")
    parser.add_argument("--seed", type=int, default=1)
    settings = parser.parse_args()
    torch.manual_seed(settings.seed)
    torch.backends.cuda.matmul.allow_tf32 = True
    settings.out.mkdir(parents=True, exist_ok=True)
    with lzma.open(settings.windows, "rb") as file:
        given, held, prefix = pickle.load(file)  # noqa: S301  our own, made by ``gather``
    teacher = taught(given, settings.packed, settings)
    print("twelve layers", json.dumps(measure.all_of(teacher, held)), flush=True)
    student = distilled(teacher, given, settings.packed, prefix, settings)
    save(student, settings.out)
    print("six layers", json.dumps(measure.all_of(student, held)), flush=True)


if __name__ == "__main__":
    main()
