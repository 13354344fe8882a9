#!/usr/bin/env python3
"""usage: train.py BASE_OR_READER OUT [--minutes 60] [--lr 6e-5] [--records .5] [--teacher READER --share .4]
Both tasks in turn (--records 0: answers alone); the learning rate falls to 0 at the end of the minutes. A reader saved by this script can be trained on.
With a teacher a share of the loss of answers is the distance from what that reader says (Hinton et al. 2015)."""
import argparse, os, random, time, torch
from torch.nn import functional as F
from transformers.masking_utils import ALL_MASK_ATTENTION_FUNCTIONS
from transformers.modeling_utils import ALL_ATTENTION_FUNCTIONS
from reader import *
from data import *

# Matrix products in bfloat16 take a third of the time on processors with AMX; attention in it takes thrice as long backwards.
def attention(module, q, k, v, mask, **rest):
    with torch.autocast('cpu', enabled=False): return ALL_ATTENTION_FUNCTIONS['sdpa'](module, q.float(), k.float(), v.float(), mask, **rest)
ALL_ATTENTION_FUNCTIONS['fp32'] = attention; ALL_MASK_ATTENTION_FUNCTIONS['fp32'] = ALL_MASK_ATTENTION_FUNCTIONS['sdpa']

def run(m, e):
    """As m(**e), the encoder in bfloat16."""
    with torch.autocast('cpu', dtype=torch.bfloat16): h = m.states(e['input_ids'], e['attention_mask'], e['token_type_ids'])
    return m.heads(h.float(), e['sentences'], e['question'])

def for_training(m):
    """Drawing the masks of dropout costs a third of a step on a CPU, and no set is seen often enough to be learned by heart."""
    for part in m.modules():
        if isinstance(part, torch.nn.Dropout): part.p = 0.
        if hasattr(part, 'dropout_prob'): part.dropout_prob = 0.
    m.encoder.config.attention_probs_dropout_prob = m.encoder.config.hidden_dropout_prob = 0.
    m.encoder.config._attn_implementation = 'fp32'
    return m

def batches(items, tokens, size):
    """Like lengths together, about `tokens` tokens a batch. size(item) -> (stretches, tokens of the longest)."""
    items = [x for c in range(0, len(items), 1500) for x in sorted(items[c:c + 1500], key=lambda x: size(x)[1])]; out = []; cur = []; n = L = 0
    for x in items:
        k, l = size(x)
        if cur and (n + k) * max(L, l) > tokens: out.append(cur); cur = []; n = L = 0
        cur.append(x); n += k; L = max(L, l)
    if cur: out.append(cur)
    random.shuffle(out); return out

def length(s): return min(LONGEST, int(1.35 * sum(len(x.split()) + 1 for x in s.sentences)) + 34)

def answer_loss(m, tok, groups, teacher=None, share=0.):
    flat = [p for g in groups for p in g]; e, info = encode(tok, [p[0] for p in flat]); ans, _, words, _ = run(m, e); loss = far = spans = 0.; n = at = 0
    with torch.no_grad(): told = run(teacher, e)[0] if teacher else ans
    for g in groups:
        scores = [torch.zeros(1)]; gold = [torch.zeros(1, dtype=torch.bool)]; taught = [torch.zeros(1)]
        for s, pos, answers in g:
            text, starts, off, ranges, _ = info[at]; y = torch.zeros(len(ranges), dtype=torch.bool)
            for j in pos:
                if j < len(ranges): y[j] = True
            scores.append(ans[at, :len(ranges)]); gold.append(y); taught.append(told[at, :len(ranges)])
            for j in pos[:1]:
                if j >= len(ranges): continue
                a, b = ranges[j]
                for words_of in answers:
                    i = s.sentences[j].lower().find(words_of.lower())
                    if i < 0: continue
                    hit = [t for t in range(a, b) if off[t][0] < starts[j] + i + len(words_of) and off[t][1] > starts[j] + i]
                    if hit: spans = spans + F.cross_entropy(words[at, a:b, 0][None], torch.tensor([hit[0] - a])) + F.cross_entropy(words[at, a:b, 1][None], torch.tensor([hit[-1] - a])); n += 1
                    break
            at += 1
        z = torch.cat(scores); y = torch.cat(gold)
        if not y.any(): y[0] = True
        loss = loss + torch.logsumexp(z, 0) - torch.logsumexp(z[y], 0)
        if teacher: far = far + F.kl_div(F.log_softmax(z, 0), F.softmax(torch.cat(taught), 0), reduction='sum')
    return ((1 - share) * loss + share * far) / len(groups) + (.25 * spans / n if n else 0.), float((loss / len(groups)).detach())

def record_loss(m, tok, items):
    e, info = encode(tok, [x[0] for x in items]); _, about, _, fields = run(m, e); Y = torch.zeros_like(fields); mask = torch.zeros(fields.shape, dtype=torch.bool); la = 0.; na = 0
    for b, (s, ab, marks) in enumerate(items):
        text, starts, off, ranges, second = info[b]
        mask[b, :, :-1] = second[:, None] & (ab is not None); mask[b, :, -1] = second & (ab is None)
        for j, x, y, f in marks:
            if j >= len(ranges): continue
            a, c = ranges[j]
            for t in range(a, c):
                if off[t][0] < starts[j] + y and off[t][1] > starts[j] + x: Y[b, t, FIELDS.index(f)] = 1
        if ab is not None:
            la = la + F.binary_cross_entropy_with_logits(about[b, :len(ranges)], torch.tensor(ab[:len(ranges)], dtype=torch.float), reduction='sum'); na += len(ranges)
    lt = 8 * F.binary_cross_entropy_with_logits(fields[mask], Y[mask], pos_weight=torch.tensor(2.))
    return lt + (la / na if na else 0.), float((lt + (la / na if na else 0.)).detach())

if __name__ == '__main__':
    p = argparse.ArgumentParser(); p.add_argument('base'); p.add_argument('out'); p.add_argument('--minutes', type=float, default=60); p.add_argument('--lr', type=float, default=6e-5); p.add_argument('--records', type=float, default=.5)
    p.add_argument('--teacher'); p.add_argument('--share', type=float, default=.4)
    p.add_argument('--tokens', type=int, default=3200); p.add_argument('--seed', type=int, default=1); p.add_argument('--threads', type=int, default=os.cpu_count()); a = p.parse_args()
    random.seed(a.seed); torch.manual_seed(a.seed); torch.set_num_threads(a.threads)
    tok = tokenizer(a.base); m = for_training(Reader.load(a.base) if os.path.exists(f'{a.base}/reader.pt') else Reader(a.base)).train()
    teacher = for_training(Reader.load(a.teacher)).eval() if a.teacher else None
    m.encoder.embeddings.word_embeddings.weight.requires_grad = False
    # Heads that no loss reaches have no gradient, and stay as they are.
    opt = torch.optim.AdamW([{'params': [w for w in m.encoder.parameters() if w.requires_grad], 'k': 1}, {'params': [w for n, w in m.named_parameters() if not n.startswith('encoder')], 'k': 3}], lr=a.lr, weight_decay=.01)
    mean_of = {n: w.detach().clone() for n, w in m.named_parameters() if w.requires_grad}
    def save():
        """The mean of the last some hundred steps is steadier than the last."""
        kept = {n: w.detach().clone() for n, w in m.named_parameters() if n in mean_of}
        with torch.no_grad():
            for n, w in m.named_parameters():
                if n in mean_of: w.copy_(mean_of[n])
            m.save(a.out, tok)
            for n, w in m.named_parameters():
                if n in mean_of: w.copy_(kept[n])
    Q = R = None; t0 = time.time(); mean = {}; k = 0
    while (el := (time.time() - t0) / 60) < a.minutes:
        task = 'records' if random.random() < a.records else 'answers'
        if task == 'answers':
            # Public sets first: they teach a base what answering is.
            if not Q: Q = batches(question_groups(2. if el < .3 * a.minutes else 1. if el < .6 * a.minutes else .6), a.tokens, lambda g: (len(g), max(length(x[0]) for x in g))); print(len(Q), 'batches of questions', flush=True)
            loss, shown = answer_loss(m, tok, Q.pop(), teacher, a.share if teacher else 0.)
        else:
            if not R: R = batches(record_windows(), a.tokens, lambda x: (1, length(x[0]))); print(len(R), 'batches of records', flush=True)
            loss, shown = record_loss(m, tok, R.pop())
        f = min(1, (k + 1) / 40) * max(.02, 1 - el / a.minutes)
        for g in opt.param_groups: g['lr'] = a.lr * g['k'] * f
        loss.backward(); torch.nn.utils.clip_grad_norm_(m.parameters(), 1.0); opt.step(); opt.zero_grad(); k += 1
        with torch.no_grad():
            for n, w in m.named_parameters():
                if n in mean_of: mean_of[n].lerp_(w, max(.003, 1 / (k + 1)))
        mean[task] = shown if task not in mean else .97 * mean[task] + .03 * shown
        if k % 25 == 0: print(k, {t: round(v, 3) for t, v in mean.items()}, f'{el:.1f} min', flush=True)
        if k % 200 == 0: save()
    save(); print('saved', a.out, k, 'steps')
