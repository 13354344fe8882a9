#!/usr/bin/env python3
"""What a reader does on questions and records. usage: measure.py READER [--passages 8] [-v]   measures the sets that are handed with it.
Questions: candidates are the best passages by BM25 (as MiniSearch would give), the best sentence of all of them is the answer, none where its number is under the threshold
(chosen on the first set, held on the others). A question counts as right when the first sentence holds the answer (for yes-no: is the quote).
Records: an exercise's name is given; a value counts as found when one contains the other, letters and digits only; participants by country."""
import argparse, collections, glob, json, math, os, re, torch
from reader import *
from data import *
PROJECT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..')
norm = lambda s: re.sub(r'\s+', ' ', s.replace('’', "'").replace('‘', "'").replace('“', '"').replace('”', '"')).strip().lower()
key = lambda s: re.sub(r'[^a-z0-9]+', ' ', s.lower().replace('’', "'")).strip()
stems = lambda s: [w[:6] for w in re.findall(r'[a-z0-9]+', s.lower())]
STOP = set(stems('a an the of in on at to for is are was were be been do does did who what when where which why how many much and or by with from that this it its as has have had will would'))

class BM25:
    def __init__(self, texts):
        self.tf = [collections.Counter(w for w in stems(t) if w not in STOP) for t in texts]; self.df = collections.Counter(w for t in self.tf for w in t); self.n = len(texts); self.avg = sum(sum(t.values()) for t in self.tf) / max(1, self.n)
    def best(self, q, k):
        qs = [w for w in stems(q) if w not in STOP]; idf = {w: math.log(1 + (self.n - self.df[w] + .5) / (self.df[w] + .5)) for w in qs}
        s = [sum(idf[w] * t[w] * 2.2 / (t[w] + 1.2 * (.25 + .75 * sum(t.values()) / self.avg)) for w in qs if w in t) for t in self.tf]
        return sorted(range(self.n), key=lambda i: -s[i])[:k]

class Reading:
    def __init__(self, folder, threads=2):
        torch.set_num_threads(threads); self.m = Reader.load(folder).eval(); self.tok = AutoTokenizer.from_pretrained(folder)
    @torch.inference_mode()
    def answer(self, stretches):
        """[(number, stretch index, sentence index, answering words)], best first."""
        e, info = encode(self.tok, stretches); ans, _, words, _ = self.m(**e); out = []
        for b, s in enumerate(stretches):
            text, starts, off, ranges, _ = info[b]
            for j, (x, y) in enumerate(ranges):
                if y <= x: continue
                st, en = words[b, x:y, 0].tolist(), words[b, x:y, 1].tolist(); best = max(((st[i] + en[k], i, k) for i in range(y - x) for k in range(i, min(y - x, i + 25))))
                out.append((float(ans[b, j]), b, j, text[int(off[x + best[1]][0]):int(off[x + best[2]][1])]))
        return sorted(out, key=lambda r: -r[0])
    @torch.inference_mode()
    def record(self, query, S, anchors, tag=.5, about=.5):
        """({field: [words]}, {sentence: how sure it speaks of the exercise}) over a whole document."""
        out = collections.defaultdict(list); sure = {}; W = windows(S)
        for c in range(0, len(W), 12):
            ws = W[c:c + 12]; e, info = encode(self.tok, [record_stretch(query, S, w, anchors) for w in ws]); _, ab, _, f = self.m(**e); ab = ab.sigmoid(); f = f.sigmoid()
            for b, w in enumerate(ws):
                text, _, off, ranges, _ = info[b]
                for j, (x, y) in enumerate(ranges):
                    sure[w[j]] = max(sure.get(w[j], 0), float(ab[b, j]))
                    if ab[b, j] < about: continue
                    for k, name in enumerate(FIELDS[:-1]):
                        for words in runs(f[b, :, k], x, y, tag, text, off):
                            if words not in out[name]: out[name].append(words)
        return out, sure
    @torch.inference_mode()
    def names(self, S, tag=.5):
        out = []; W = windows(S)
        for c in range(0, len(W), 12):
            ws = W[c:c + 12]; e, info = encode(self.tok, [record_stretch(NAMES, S, w, set()) for w in ws]); _, _, _, f = self.m(**e); f = f.sigmoid()
            for b in range(len(ws)):
                text, _, off, ranges, _ = info[b]
                for x, y in ranges: out += [w for w in runs(f[b, :, -1], x, y, tag, text, off) if len(w) > 2 and w not in out]
        return out

def runs(p, a, b, tag, text, off):
    p = p.tolist(); out = []; t = a
    while t < b:
        if p[t] > tag:
            s = t
            while t + 1 < b and p[t + 1] > tag: t += 1
            out.append(text[int(off[s][0]):int(off[t][1])])
        t += 1
    return out

def corpus(folder):
    """[(file, title, sentences of a passage)]"""
    out = []
    for f in sorted(glob.glob(folder + '/*.txt')):
        S = [s for _, s in sentences_of(open(f, encoding='utf8').read())]
        out += [(os.path.basename(f), S[0], [S[i] for i in c]) for c in passages(S, 95)]
    return out

def met(q, found):
    good = q['doc'] if isinstance(q['doc'], list) else [q['doc']]; text = norm(' '.join(s for d, s in found if d in good))
    if not text: return False
    if q['type'] == 'yes-no': return any(norm(y)[:60] in text for y in (q['quote'] if isinstance(q['quote'], list) else [q['quote']]))
    return all(any(norm(a) in text for a in g) for g in q['answer'])

def question_set(r, questions, folder, k):
    P = corpus(folder); index = BM25([x[1] + ' ' + ' '.join(x[2]) for x in P]); rows = []
    for q in json.load(open(questions, encoding='utf8')):
        top = [P[i] for i in index.best(q['question'], k)]; got = r.answer([Stretch(q['question'], x[1], x[2]) for x in top])
        order = [(top[b][0], top[b][2][j]) for _, b, j, _ in got]; un = q['type'] == 'unanswerable'
        spans = un or q['type'] in ('yes-no', 'why') or any(norm(a) in norm(got[0][3]) or norm(got[0][3]) in norm(a) for g in q['answer'] for a in g)
        rows.append(dict(un=un, best=got[0][0], one=not un and met(q, order[:1]), three=not un and met(q, order[:3]), span=spans, q=q['question'], top=order[0][1], words=got[0][3], type=q['type']))
    return rows

def list_set(r, rows_, k=4):
    """Sets of the qa/ form: the sentences of one article."""
    rows = []
    for d in rows_:
        parts = passages(d['sentences'], 95); index = BM25([' '.join(d['sentences'][i] for i in c) for c in parts]); top = [parts[i] for i in index.best(d['question'], k)]
        got = r.answer([Stretch(d['question'], d.get('context') or '', [d['sentences'][i] for i in c]) for c in top]); order = [top[b][j] for _, b, j, _ in got]; pos = set(d['positive'])
        rows.append(dict(un=not pos, best=got[0][0], one=bool(pos & set(order[:1])), three=bool(pos & set(order[:3])), span=not d.get('answers') or any(norm(a) in norm(got[0][3]) or norm(got[0][3]) in norm(a) for a in d['answers']), q=d['question'], top=d['sentences'][order[0]], words=got[0][3], type=d.get('type')))
    return rows

def auroc(pos, neg): return sum((p > n) + .5 * (p == n) for p in pos for n in neg) / max(1, len(pos) * len(neg))

def threshold(rows):
    A = [x for x in rows if not x['un']]; U = [x for x in rows if x['un']]
    return max(sorted(x['best'] for x in rows), key=lambda t: sum(x['one'] and x['best'] >= t for x in A) / max(1, len(A)) + sum(x['best'] < t for x in U) / max(1, len(U)))

def report(name, rows, t):
    A = [x for x in rows if not x['un']]; U = [x for x in rows if x['un']]; n = max(1, len(A))
    print(f"{name:14s} first {sum(x['one'] for x in A)/n:.1%} three {sum(x['three'] for x in A)/n:.1%} words {sum(x['one'] and x['span'] for x in A)/max(1,sum(x['one'] for x in A)):.1%} AUROC {auroc([x['best'] for x in A], [x['best'] for x in U]):.3f} | at {t:.2f}: right and answered {sum(x['one'] and x['best']>=t for x in A)/n:.1%}, silent {sum(x['best']<t for x in A)/n:.1%}, refused {sum(x['best']<t for x in U)/max(1,len(U)):.1%} ({len(A)}, {len(U)})", flush=True)

def fields_report(name, r, items, country, verbose=False):
    """items: (sentences, query, names, gold {field: [words] or None}, anchors)"""
    F = collections.defaultdict(lambda: [0, 0, 0]); ok = lambda a, b: bool(key(a)) and bool(key(b)) and (key(a) in key(b) or key(b) in key(a))
    for S, q, names, gold, anchors in items:
        got, _ = r.record(q, S, anchors)
        for f in ('participant', 'observer'): got[f] = list(dict.fromkeys(c for w in got[f] for c in [country(w)] if c))
        for f in FIELDS[:-1]:
            g = gold.get(f)
            if g is None: continue
            F[f][0] += sum(any(ok(x, y) for y in got[f]) for x in g); F[f][1] += len(g); F[f][2] += sum(not any(ok(x, y) for x in g) for y in got[f])
            if verbose:
                miss = [x for x in g if not any(ok(x, y) for y in got[f])]; extra = [y for y in got[f] if not any(ok(x, y) for x in g)]
                if miss or extra: print(f'   {q} {f}: missed {miss} extra {extra}')
    def f1(t, g, x): p = t / max(1, t + x); c = t / max(1, g); return f'recall {c:.2f} precision {p:.2f} f1 {2*p*c/max(1e-9,p+c):.2f} (gold {g})'
    for f in FIELDS[:-1]: print(f'  {name:10s} {f:12s}', f1(*F[f]))
    print(f'{name}: participants, places, dates together', f1(*map(sum, zip(*(F[f] for f in ('participant', 'place', 'date'))))), flush=True)

def countries(folder):
    """word -> country name, from a gazetteer folder (places.json, actors.json)."""
    out = {}; load = lambda f: (lambda d: d if isinstance(d, list) else next(v for v in d.values() if isinstance(v, list)))(json.load(open(f'{folder}/{f}', encoding='utf8')))
    P = [p for p in load('places.json') if p.get('kind') == 'country']; name = {p['id']: p['name'] for p in P}
    for p in P:
        for w in [p['name'], *p.get('aliases', []), *p.get('demonyms', []), *p.get('governments', [])]: out[key(w)] = p['name']
    for x in load('actors.json'):
        if len(x.get('countries', [])) == 1 and x['countries'][0] in name:
            for w in [x['name'], *x.get('aliases', [])]: out.setdefault(key(w), name[x['countries'][0]])
    out.update({'us': 'United States', 'u s': 'United States', 'uss': 'United States', 'uk': 'United Kingdom'}); out.pop('', None)
    def country(words):
        w = key(words).split()
        return next((out[c] for n in range(min(6, len(w)), 0, -1) for i in range(len(w) - n + 1) for c in [' '.join(w[i:i + n])] if c in out), None)
    return country

if __name__ == '__main__':
    p = argparse.ArgumentParser(); p.add_argument('reader'); p.add_argument('--passages', type=int, default=8); p.add_argument('--gazetteer', default=f'{PROJECT}/src/gazetteer/data'); p.add_argument('-v', action='store_true'); a = p.parse_args()
    r = Reading(a.reader); sets = {'own-dev': list_set(r, lines('own/questions-dev')), 'written-dev': list_set(r, [dict(q, sentences=[s for _, s in d['sentences']], context=d['title']) for f, d in written() if is_dev(f) for q in d['questions']]),
        'seeds': question_set(r, f'{PROJECT}/test/eval/gold/questions-seeds.json', f'{PROJECT}/seeds', a.passages)}
    sets = {n: rows for n, rows in sets.items() if rows}; t = threshold(sets['written-dev'])
    for n, rows in sets.items():
        report(n, rows, t)
        if a.v:
            for x in rows:
                if (x['un'] and x['best'] >= t) or (not x['un'] and not x['one']): print('   ', 'ANSWERED' if x['un'] else 'MISS', round(x['best'], 2), x['q'], '->', x['words'], '|', x['top'][:110])
    country = countries(a.gazetteer)
    for n, docs in (('own-dev', own_records('dev')), ('written-dev', written_records(dev=True))):
        items = []
        for _, S, recs, _ in docs:
            for e in recs:
                g = collections.defaultdict(list)
                for s, x, y, f in e['marks']: g[f].append(S[s][x:y])
                gold = {f: list(dict.fromkeys(g[f])) for f in FIELDS[:-1]}
                for f in ('participant', 'observer'): gold[f] = list(dict.fromkeys(c for w in gold[f] for c in [country(w)] if c))
                items.append((S, e['query'], e['names'], gold, e['anchors']))
        fields_report(n, r, items, country, a.v)
