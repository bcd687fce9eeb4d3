"""Trains the English pipeline: ``python -m kg.english.train DATA [--epochs N] [--work FOLDER]``.

DATA is the folder with ``ud_ewt``, ``uner_ewt``, ``gum_open``, ``wikigold``, ``crossner_politics`` and ``redocred``.
Fixed seeds; the state of each epoch goes to the work folder, the last one is exported to ``kg/english/weights``.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from kg.english import corpus
from kg.english.augment import varied
from kg.english.corpus import Sentence
from kg.english.export import export
from kg.english.named import ENTITY_TYPES, OPEN
from kg.english.network import Network, encoder_folder, load_encoder
from kg.english.pieces import MAX_PIECES, Cutter, Pieces
from kg.english.tree import ROOT

log = logging.getLogger("kg.english.train")

SEED = 20250317
WINDOW_WORDS = 110
BATCH_PIECES = 1100
NAMED_SHARE = 0.5  # of the sentences with entities only, in an epoch
IGNORE = -100
Window = list[Sentence]


class Targets:
    """The names of tags, labels and entity tags, and their numbers."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self.tags = sorted({tag for s in sentences for tag in s.tags})
        self.labels = sorted({label for s in sentences for label in s.labels})
        self.entities = ["O", *(f"{p}-{kind}" for kind in ENTITY_TYPES for p in "BI")]
        self.tag = {name: i for i, name in enumerate(self.tags)}
        self.label = {name: i for i, name in enumerate(self.labels)}
        self.entity = {name: i for i, name in enumerate(self.entities)} | {OPEN: IGNORE}

    def names(self) -> dict[str, list[str]]:
        """The names as they are kept beside the weights."""
        return {"tags": self.tags, "labels": self.labels, "entities": self.entities}


def windows(sentences: list[Sentence], rng: random.Random) -> Iterator[Window]:
    """Runs of neighbouring sentences of one document: some single, most as long as a paragraph or two."""
    at = 0
    while at < len(sentences):
        limit = 0 if rng.random() < 0.25 else rng.randint(20, WINDOW_WORDS)
        window, size = [sentences[at]], len(sentences[at].words)
        at += 1
        while at < len(sentences) and sentences[at].document == window[0].document:
            size += len(sentences[at].words)
            if size > limit:
                break
            window.append(sentences[at])
            at += 1
        yield window


def cut(window: Window, cutter: Cutter) -> Pieces:
    """The pieces of a window of sentences."""
    words = [w for s in window for w in s.words]
    opens = [s.opens and i == 0 for s in window for i in range(len(s.words))]
    return cutter.window(words, opens)


def batches(
    items: list[tuple[Window, Pieces]], rng: random.Random, budget: int = BATCH_PIECES
) -> list[list[tuple[Window, Pieces]]]:
    """Windows of like length together, as many as fit into the budget of pieces."""
    ordered = sorted(items, key=lambda item: (len(item[1].ids), rng.random()))
    out: list[list[tuple[Window, Pieces]]] = []
    batch: list[tuple[Window, Pieces]] = []
    for item in ordered:
        if batch and len(item[1].ids) * (len(batch) + 1) > budget:
            out.append(batch)
            batch = []
        batch.append(item)
    return [*out, batch] if batch else out


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Rows of unequal length as one tensor."""
    width = max(map(len, rows))
    return torch.tensor([row + [fill] * (width - len(row)) for row in rows])


def blocks(window: Window, width: int) -> Tensor:
    """(width, width): true where two words stand in one sentence."""
    number = padded([[i for i, s in enumerate(window) for _ in s.words]], -1)[0]
    number = torch.cat([number, torch.full((width - len(number),), -1)])
    return number[:, None] == number[None, :]


def loss(network: Network, batch: list[tuple[Window, Pieces]], targets: Targets) -> Tensor:
    """The summed loss of a batch over the tasks that its sets annotate."""
    pieces = [p for _, p in batch]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        out = network(
            padded([p.ids for p in pieces]),
            padded([p.shapes for p in pieces]),
            padded([p.first for p in pieces]),
            padded([p.last for p in pieces]),
        )
    tags, entities, starts, arcs, dependent, head = (x.float() for x in out)
    width = tags.shape[1]
    gold_entities = padded([_entities(w, targets) for w, _ in batch], IGNORE)
    total = torch.zeros(())
    if (gold_entities != IGNORE).any():
        total = total + cross_entropy(entities.flatten(0, 1), gold_entities.flatten(), ignore_index=IGNORE)
    if not batch[0][0][0].heads:
        return total
    gold_tags = padded([[targets.tag[t] for s in w for t in s.tags] for w, _ in batch], IGNORE)
    gold_heads = padded([_heads(w) for w, _ in batch], IGNORE)
    gold_labels = padded([[targets.label[x] for s in w for x in s.labels] for w, _ in batch], IGNORE)
    gold_starts = padded([[int(i == 0) for s in w for i in range(len(s.words))] for w, _ in batch], IGNORE)
    arcs = arcs.masked_fill(~torch.stack([blocks(w, width) for w, _ in batch]), -1e4)
    total = total + cross_entropy(tags.flatten(0, 1), gold_tags.flatten(), ignore_index=IGNORE)
    total = total + cross_entropy(arcs.flatten(0, 1), gold_heads.flatten(), ignore_index=IGNORE)
    known = gold_heads != IGNORE
    rows = torch.arange(len(batch))[:, None].expand_as(gold_heads)[known]
    scores = network.label_scores(dependent[known], head[rows, gold_heads[known]])
    total = total + cross_entropy(scores, gold_labels[known])
    return total + binary_cross_entropy_with_logits(starts[..., 0][known], gold_starts[known].float())


def _entities(window: Window, targets: Targets) -> list[int]:
    return [targets.entity.get(tag, IGNORE) for s in window for tag in (s.entities or (OPEN,) * len(s.words))]


def _heads(window: Window) -> list[int]:
    out: list[int] = []
    for s in window:
        base = len(out)
        out += [base + (i if h == ROOT else h) for i, h in enumerate(s.heads)]
    return out


def train(folder: Path, *, epochs: int, work: Path) -> None:
    """Train on the sets of a folder; write each epoch's state to ``work`` and the last one to the package."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    package = encoder_folder()
    cutter = Cutter.load(package / "tokenizer.json")
    nlp = corpus.tokenizer()
    plain = corpus.training(folder)
    merged = [corpus.retokenized(s, nlp) for s in plain]
    named = list(corpus.entity_sentences(folder))
    targets = Targets([*plain, *merged])
    network = Network(len(targets.tags), len(targets.labels), len(targets.entities))
    load_encoder(network.encoder, package / "model.safetensors")
    slow = list(network.encoder.parameters())
    fast = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": 1.5e-4}, {"params": fast, "lr": 1e-3}], weight_decay=0.01)
    steps, scheduler = 0, None
    for epoch in range(epochs):
        began, summed = time.monotonic(), 0.0
        todo = epoch_batches(plain, merged, named, cutter, rng)
        if scheduler is None:
            rates = [group["lr"] for group in optimizer.param_groups]
            scheduler = torch.optim.lr_scheduler.OneCycleLR(
                optimizer, rates, total_steps=int(len(todo) * epochs * 1.02) + 5, pct_start=0.08, cycle_momentum=False
            )
        network.train()
        for batch in todo:
            value = loss(network, batch, targets)
            optimizer.zero_grad(set_to_none=True)
            value.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            scheduler.step()
            steps, summed = steps + 1, summed + value.item()
        work.mkdir(parents=True, exist_ok=True)
        state = {"network": network.state_dict(), "names": targets.names()}
        torch.save(state, work / f"epoch-{epoch + 1}.pt")
        log.info("epoch %d: loss %.3f, %.0f s", epoch + 1, summed / len(todo), time.monotonic() - began)
    export(work / f"epoch-{epochs}.pt")


def epoch_batches(
    plain: list[Sentence],
    merged: list[Sentence],
    named: list[Sentence],
    cutter: Cutter,
    rng: random.Random,
) -> list[list[tuple[Window, Pieces]]]:
    """The batches of one epoch in random order: all sentences with syntax, a share of those with entities only."""
    chosen = [varied(rng.choice(pair), rng) for pair in zip(plain, merged, strict=True)]
    syntax = [(w, cut(w, cutter)) for w in windows(chosen, rng)]
    sampled = [w for w in windows(named, rng) if rng.random() < NAMED_SHARE]
    names = [(w, cut(w, cutter)) for w in ([varied(s, rng) for s in w] for w in sampled)]
    out = batches(syntax, rng) + batches([n for n in names if len(n[1].ids) < MAX_PIECES], rng)
    rng.shuffle(out)
    return out


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--work", type=Path, default=Path("build/english"))
    given = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    train(given.data, epochs=given.epochs, work=given.work)


if __name__ == "__main__":
    main()
