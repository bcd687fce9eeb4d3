"""Exports a trained network to ONNX with its large matrices in eight bits: ``python -m kg.english.export STATE``."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from kg.english.network import Network, encoder_folder
from kg.english.pieces import WEIGHTS

INPUTS = ["ids", "shapes", "first", "last"]
OUTPUTS = ["tags", "entities", "starts", "arcs", "dependents", "heads"]


def export(state: Path, folder: Path = WEIGHTS) -> None:
    """Write ``model.onnx``, ``labels.npy`` (label, dependent + 1, head + 1), ``names.json`` and ``tokenizer.json``."""
    saved = torch.load(state, weights_only=True)
    names = saved["names"]
    network = Network(len(names["tags"]), len(names["labels"]), len(names["entities"]))
    network.load_state_dict(saved["network"])
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        whole = Path(work) / "whole.onnx"
        _write_onnx(network, whole)
        _quantize(whole, folder / "model.onnx")
    np.save(folder / "labels.npy", network.label_pairs.detach().numpy().astype(np.float16))
    (folder / "names.json").write_text(json.dumps(names, indent=1) + "\n", "utf-8")
    shutil.copyfile(encoder_folder() / "tokenizer.json", folder / "tokenizer.json")


def _write_onnx(network: Network, path: Path) -> None:
    ids = torch.randint(5, 1000, (2, 7))
    places = torch.arange(1, 5)[None].repeat(2, 1)
    pieces, words = {0: "windows", 1: "pieces"}, {0: "windows", 1: "words"}
    torch.onnx.export(
        network,
        (ids, torch.zeros_like(ids), places, places),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes={"ids": pieces, "shapes": pieces, "first": words, "last": words}
        | {name: words | ({2: "words"} if name == "arcs" else {}) for name in OUTPUTS},
        opset_version=17,
        dynamo=False,
    )


def _quantize(source: Path, target: Path) -> None:
    """The encoder's matrices and the embedding table in eight bits, each output channel with its own scale."""
    graph = onnx.load(source).graph
    large = {t.name for t in graph.initializer if np.prod(t.dims) >= 384 * 384}
    nodes = [
        node.name
        for node in graph.node
        if (node.op_type == "MatMul" and node.input[1] in large)
        or (node.op_type == "Gather" and node.input[0] in large)
    ]
    quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8, nodes_to_quantize=nodes)


if __name__ == "__main__":
    export(Path(sys.argv[1]))
