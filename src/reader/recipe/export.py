#!/usr/bin/env python3
"""usage: export.py READER OUT_FOLDER answers|records   writes answers.onnx or records.onnx (int8 weights), vocab.txt, and into parity.json what it gives for
a few stretches, for tests elsewhere; what the other network gives is left as it stands there.
Needs onnx and onnxruntime. Inputs and outputs are those of Reader.forward that the task needs, with the batch, token and sentence axes free."""
import json, os, sys, tempfile, numpy as np, onnx, torch, onnxruntime
from onnxruntime.quantization import QuantType, quantize_dynamic
from reader import *
src, out, task = sys.argv[1:4]; os.makedirs(out, exist_ok=True)
m = Reader.load(src).eval(); m.encoder.set_attn_implementation('eager'); tok = AutoTokenizer.from_pretrained(src)
samples = [Stretch('who hosted vostok 2022', 'War games near Japan', ['The PLA sent a flotilla to join the Russian-hosted Vostok 2022 war games.', 'It’s the largest destroyer, the Type 055.']),
           Stretch('Iron Fjord 2019', 'Iron Fjord opens', ['Norway opened Iron Fjord 2019 off Tromsø on Monday.', 'Two Danish frigates left port.', 'The drill runs until Friday.'], {0}),
           Stretch('Où était l’exercice “Łódź-24”？', 'Übung', ['Łódź-24 — 海上联合 drills…', 'U.S.S. Ståle\u00a0sailed; naïve co-operation (3,400 men) ended.', 'Учения «Океан-2024» начались.', 'ﬁne ™ x²'], {1}),
           Stretch('how long is it', 'A long one', [f'Ship number {n} of the flotilla sailed past the cape, and the crews practised manoeuvres until dawn.' for n in range(30)]),
           Stretch('how many ships came in june 2022', 'Sweepers sail', ['Eleven ships came.', 'Poland sent two.'], published='20 June 2022'),
           Stretch(NAMES, '', ['Ocean-2024 ended.'])]
e, info = encode(tok, samples); order = ['input_ids', 'attention_mask', 'token_type_ids', 'sentences', 'question']; results = ['answer', 'about', 'words', 'fields']
of_task = {'answers': ['answer', 'words'], 'records': ['about', 'fields']}[task]; network = f'{out}/{task}.onnx'
axes = {'input_ids': {0: 'batch', 1: 'tokens'}, 'attention_mask': {0: 'batch', 1: 'tokens'}, 'token_type_ids': {0: 'batch', 1: 'tokens'}, 'sentences': {0: 'batch', 1: 'sentences', 2: 'tokens'}, 'question': {0: 'batch', 2: 'tokens'},
        'answer': {0: 'batch', 1: 'sentences'}, 'about': {0: 'batch', 1: 'sentences'}, 'words': {0: 'batch', 1: 'tokens'}, 'fields': {0: 'batch', 1: 'tokens'}}
with tempfile.TemporaryDirectory() as d, torch.inference_mode():
    torch.onnx.export(m, tuple(e[k] for k in order), f'{d}/full.onnx', input_names=order, output_names=results, dynamic_axes=axes, opset_version=17, dynamo=False)
    onnx.utils.extract_model(f'{d}/full.onnx', f'{d}/task.onnx', order, of_task)
    quantize_dynamic(f'{d}/task.onnx', network, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)  # 7 bits: no overflow on processors without VNNI
    want = [x.numpy() for x, r in zip(m(**e), results) if r in of_task]
    for name, path in (('fp32', f'{d}/task.onnx'), ('int8', network)):
        s = onnxruntime.InferenceSession(path, providers=['CPUExecutionProvider']); got = []; far = dict.fromkeys(of_task, 0.)
        for i, x in enumerate(samples):  # each alone, as the program asks: activations of 8 bits are scaled over all that runs together
            one, _ = encode(tok, [x]); alone = s.run(of_task, {k: one[k].numpy() for k in order}); got.append(alone)
            for r, w, g in zip(of_task, want, alone): far[r] = max(far[r], float(np.abs(w[i, :g.shape[1]] - g[0]).max()))
        print(name, round(os.path.getsize(path) / 1e6, 1), 'MB; largest difference:', {r: round(v, 3) for r, v in far.items()})
open(f'{out}/vocab.txt', 'w', encoding='utf8').write('\n'.join(w for w, _ in sorted(tok.get_vocab().items(), key=lambda x: x[1])) + '\n')
before = json.load(open(f'{out}/parity.json', encoding='utf8')) if os.path.exists(f'{out}/parity.json') else [{}] * len(samples); cases = []
for i, x in enumerate(samples):
    text, starts, off, ranges, _ = info[i]; n = int(e['attention_mask'][i].sum())
    cases.append(dict(before[i] if i < len(before) and before[i].get('text') == text else {}, query=x.query, title=x.title, published=x.published, sentences=x.sentences, anchors=sorted(x.anchors), text=text, ids=e['input_ids'][i, :n].tolist(), types=e['token_type_ids'][i, :n].tolist(), offsets=off[i][:n].tolist() if off.dim() == 3 else off[:n].tolist(), ranges=ranges)
                 | {of_task[0]: [round(float(v), 3) for v in got[i][0][0][:len(ranges)]]})
json.dump(cases, open(f'{out}/parity.json', 'w', encoding='utf8'), ensure_ascii=False, indent=1)
