"""Trees into an ONNX graph that the desk runs: thresholds and leaves as plain numbers, nothing of the pages."""

from pathlib import Path
from typing import Any

import lightgbm
import onnx
from onnx import TensorProto, helper

SHIPPED = Path(__file__).parents[2] / "src/reportedly/extract/data/blocks.onnx"


def written(trees: lightgbm.Booster, out: Path = SHIPPED) -> Path:
    """Write the graph: ``rows`` (blocks, features) in, their log odds (blocks, 1) out."""
    dumped = trees.dump_model()
    nodes: dict[str, list[Any]] = {f"nodes_{name}": [] for name in _FIELDS}
    leaves: dict[str, list[Any]] = {f"target_{name}": [] for name in ("treeids", "nodeids", "ids", "weights")}
    for number, tree in enumerate(dumped["tree_info"]):
        _grow(tree["tree_structure"], number, [0], nodes, leaves)
    node = helper.make_node(
        "TreeEnsembleRegressor", ["rows"], ["found"], domain="ai.onnx.ml", n_targets=1,
        **nodes, **leaves,
    )  # fmt: skip
    rows = helper.make_tensor_value_info("rows", TensorProto.FLOAT, [None, trees.num_feature()])
    found = helper.make_tensor_value_info("found", TensorProto.FLOAT, [None, 1])
    graph = helper.make_graph([node], "blocks", [rows], [found])
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    out.parent.mkdir(exist_ok=True)
    onnx.save(helper.make_model(graph, opset_imports=versions, ir_version=8), out)
    return out


_FIELDS = ("treeids", "nodeids", "featureids", "modes", "values", "truenodeids", "falsenodeids")


def _grow(part: dict[str, Any], tree: int, count: list[int], nodes: dict[str, Any], leaves: dict[str, Any]) -> int:
    """Add a node and all below it; gives its number within the tree."""
    number = count[0]
    count[0] += 1
    leaf = "leaf_value" in part
    row = [
        tree,
        number,
        part.get("split_feature", 0),
        "LEAF" if leaf else "BRANCH_LEQ",
        part.get("threshold", 0.0),
        0,
        0,
    ]
    at = len(nodes["nodes_treeids"])
    for name, value in zip(_FIELDS, row, strict=True):
        nodes[f"nodes_{name}"].append(value)
    if leaf:
        for name, value in zip(
            ("treeids", "nodeids", "ids", "weights"), (tree, number, 0, part["leaf_value"]), strict=True
        ):
            leaves[f"target_{name}"].append(value)
    else:
        nodes["nodes_truenodeids"][at] = _grow(part["left_child"], tree, count, nodes, leaves)
        nodes["nodes_falsenodeids"][at] = _grow(part["right_child"], tree, count, nodes, leaves)
    return number
