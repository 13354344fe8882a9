"""Training data as stretches: questions (public sets, own, written) and records of exercises (own, written). TRAINING: a folder with written/, and
where they are at hand qa/ (public sets), own/ and articles/ (questions and records on real articles, which belong to their publishers)."""
import collections, glob, gzip, json, math, os, random, re, sys
from reader import NAMES, FIELDS, Stretch, passages
TRAINING = os.environ.get('TRAINING', os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, TRAINING + '/written')
# Share of each set that one filling takes: small, so that articles written meanwhile are taken up soon.
SHARES = {'own/questions-train': .35, 'own/questions-new': 1., 'written-details': .5, 'written': .4,
          'qa/squad2-dev-a': .06, 'qa/squad2-dev-b': .06, 'qa/squad2-train-10': .05, 'qa/squad1-du-test': .02, 'qa/squad1-du-dev-extra': .02, 'qa/squad1-pieces': .05, 'qa/onestopqa': .08, 'qa/selqa-dev': .07,
          'qa/selqa-test': .07, 'qa/clapnq-dev': .1, 'qa/nq-qed-dev': .1, 'qa/multispanqa-valid': .07, 'qa/qamr-dev': .015, 'qa/qamr-test': .015}
SPLIT = re.compile(r'(?<=[.!?])["”’\')\]]*\s+(?=["“‘\'(\[]*[A-Z0-9#@])')
ABBR = re.compile(r'(?:\b(?:U\.S|U\.K|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Adm|Capt|Cmdr|Sgt|Vice Adm|Rear Adm|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Inc|Corp|Ltd|Co|approx|e\.g|i\.e|[A-Z]))\.$')

def sentences_of(text):
    """[(paragraph number, sentence)]; a line is a paragraph."""
    out = []
    for n, para in enumerate(p.strip() for p in text.split('\n')):
        start = 0
        for m in SPLIT.finditer(para):
            if ABBR.search(para[start:m.start()].rstrip('"”’\')]')): continue
            out.append((n, para[start:m.end()].strip())); start = m.end()
        if para[start:].strip(): out.append((n, para[start:].strip()))
    return out

def lines(name):
    if not os.path.exists(f'{TRAINING}/{name}.jsonl.gz'): return []
    with gzip.open(f'{TRAINING}/{name}.jsonl.gz', 'rt', encoding='utf8') as f: return [json.loads(l) for l in f]

_written = {}
def written():
    """[(file, parsed)]; each file is parsed once, files added since the last call are taken up."""
    from parse import parse
    for f in sorted(glob.glob(TRAINING + '/written/*.txt')):
        if f not in _written: _written[f] = parse(f)
    return [(os.path.basename(f), d) for f, d in _written.items()]

def details():
    """Questions on the written articles that carry a detail which stands elsewhere than their answer, and twins with a wrong one (written/details.psv: article | type | question | answers | sentences)."""
    parsed = {f[:3]: d for f, d in written() if not is_dev(f)}
    with open(TRAINING + '/written/details.psv', encoding='utf8') as f: rows = [[x.strip() for x in l.split('|')] for l in f]
    for article, _, question, answers, where in rows:
        if (d := parsed.get(article)) is None: continue
        positive = [] if where == '-' else [int(i) for i in where.split(',')]
        yield dict(question=question, positive=positive, answers=[] if answers == '-' else [a.strip() for a in answers.split(';')], sentences=[s for _, s in d['sentences']], context=d['title'], published=published([d['date'] or '']))

def is_dev(file):
    """Every ninth written article is kept from training."""
    return int(file[:3]) % 9 == 4

def question_rows(name):
    if name == 'written-details': return list(details())
    if name != 'written': return lines(name)
    return [dict(q, sentences=[s for _, s in d['sentences']], context=d['title'], published=published([d['date'] or ''])) for f, d in written() if not is_dev(f) for q in d['questions']]

DAY = re.compile(r'\b(\d{4})-(\d\d)-(\d\d)\b|\b(\d{1,2})(?:st|nd|rd|th)? (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,? (\d{4})\b|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b')
MONTHS = 'January February March April May June July August September October November December'.split()

def published(head):
    """The first day that stands in some short lines, in words."""
    for line in head:
        m = DAY.search(line) if len(line) < 90 else None
        if not m: continue
        day, month, year = (int(m[3]), MONTHS[int(m[2]) % 13 - 1], m[1]) if m[1] else (int(m[4]), m[5], m[6]) if m[4] else (int(m[8]), m[7], m[9])
        return f'{day} {next(x for x in MONTHS if x.startswith(month[:3]))} {year}'
    return ''

def lowered(q): return q if random.random() < .6 else (q.lower().rstrip('?') if random.random() < .7 else q.rstrip('?'))

def overlap(q, s):
    qw = set(w[:6] for w in q.lower().replace('?', '').split() if len(w) > 3); return len(qw & set(w[:6] for w in s.lower().split()))

_elsewhere = {}
def elsewhere(kind, question, title):
    """A stretch of another article that shares the question's rare words, or None: what a search over many articles finds beside the right one. kind: own or written."""
    if kind not in _elsewhere:
        sets = [n for n in SHARES if n.startswith('own/')] if kind == 'own' else ['written']
        articles = {d.get('context'): d for n in sets for d in question_rows(n)}; pool = []; where = collections.defaultdict(list)
        for t, d in articles.items():
            day = d['published'] if 'published' in d else published(d['sentences'][:4])
            for c in passages(d['sentences'], 95):
                for w in {w for i in c for w in stems(d['sentences'][i])} | stems(t or ''): where[w].append(len(pool))
                pool.append((t, day, [d['sentences'][i] for i in c]))
        _elsewhere[kind] = pool, where
    pool, where = _elsewhere[kind]; score = collections.Counter()
    for w in stems(question):
        for n in where.get(w, ()): score[n] += math.log(1 + len(pool) / len(where[w]))
    best = [pool[n] for n, _ in score.most_common(12) if pool[n][0] != title][:3]
    return random.choice(best) if best else None

def stems(text): return {w[:6] for w in re.findall(r'\w+', text.lower()) if len(w) > 3}

def question_groups(public=1., part=.4):
    """A group: [(Stretch, positive sentence indices, answer strings)], judged together: at most one right place, or none. public: how much more than their share of the public sets."""
    out = []
    for name, share in SHARES.items():
        rows = question_rows(name); random.shuffle(rows)
        for d in rows[:int(len(rows) * min(1, share * part * (public if name.startswith('qa/') else 1)))]:
            S = d['sentences']; pos = set(d['positive']); title = d.get('context') if name[:3] in ('own', 'wri') or random.random() < .7 else ''; q = lowered(d['question'])
            day = (d['published'] if 'published' in d else published(S[:4])) if name[:3] in ('own', 'wri') and random.random() < .85 else ''
            parts = [(Stretch(q, title, [S[i] for i in c], published=day), [j for j, i in enumerate(c) if i in pos], d.get('answers') or []) for c in passages(S, 95)]
            good = [p for p in parts if p[1]]; bad = sorted((p for p in parts if not p[1]), key=lambda p: -sum(sorted((overlap(d['question'], s) for s in p[0].sentences), reverse=True)[:2]) - random.random())
            if good and random.random() < .1:  # the answering sentences taken out: nothing answers
                rest = [s for j, s in enumerate(good[0][0].sentences) if j not in good[0][1]]
                if len(rest) > 1: good = [(Stretch(q, title, rest, published=day), [], [])]
            take = good[:2] + bad[:1 if good and good[0][1] else 2]
            kind = 'written' if 'written' in name else 'own' if name.startswith('own') else None
            # On real articles another one may answer too where this one does not; written ones tell of exercises that no other tells of.
            if kind and random.random() < .4 and (kind == 'written' or (good and good[0][1])) and (other := elsewhere(kind, d['question'], d.get('context'))):
                take = take[:2] + [(Stretch(q, other[0], other[2], published=other[1] if day else ''), [], [])]
            if take: out.append(take)
    random.shuffle(out); return out

def own_records(part):
    docs = collections.defaultdict(list)
    for r in lines(f'own/records-{part}'):
        docs[r['article']] += [r] if 'not_exercises' not in r else []
    for article, rs in docs.items():
        S = [s for _, s in sentences_of(open(f'{TRAINING}/articles/{article}', encoding='utf8').read())[:45]]; recs = []; names = []
        for r in rs:
            marks = []
            for f, k in (('participant', 'participants'), ('place', 'places'), ('date', 'dates'), ('organiser', 'organiser'), ('force', 'forces'), ('aim', 'aims')):
                for x in r[k]:
                    if f == 'date' and len(x) > 2 and x[2] in ('reported', 'announced') and r.get('status') != 'held': continue
                    i = S[x[0]].find(x[1]) if x[0] < len(S) else -1
                    if i >= 0: marks.append((x[0], i, i + len(x[1]), f))
            nm = [x[1] for x in r['names']]
            anchors = {n for n, s in enumerate(S) if any(x in s for x in nm)} if nm else set(r['sentences'][:1])
            names += [(n, m.start(), m.end(), 'name') for x in nm for n, s in enumerate(S) for m in re.finditer(re.escape(x), s)]
            recs.append(dict(query=nm[0] if nm else r['kind'], names=nm, anchors=anchors, about=set(r['sentences']) | anchors, marks=marks, record=r))
        yield article, S, recs, names

def written_records(dev=False):
    for file, d in written():
        if is_dev(file) != dev: continue
        S = [s for _, s in d['sentences']]; recs = []; names = []
        for k, e in d['exercises'].items():
            nm = list(dict.fromkeys(x[1] for x in e.get('name', []))); men = e.get('mention', [])
            if not nm and not men: continue
            names += [(x[0], x[3], x[3] + len(x[1]), 'name') for x in e.get('name', [])]
            marks = [(x[0], x[3], x[3] + len(x[1]), f) for f in FIELDS[:-1] for x in e.get(f, [])]
            recs.append(dict(query=nm[0] if nm else men[0][1], names=nm, anchors={x[0] for x in e.get('name', [])} if nm else {men[0][0]}, about=set(e['sentences']), marks=marks, record=e))
        yield file, S, recs, names

def windows(S, words=150):
    """Overlapping by a sentence, so that what goes on across a cut is seen."""
    out = []; cur = []; n = 0
    for i, s in enumerate(S):
        k = len(s.split())
        if cur and n + k > words: out.append(cur); cur = cur[-1:] if len(cur) > 1 and len(S[cur[-1]].split()) < 50 else []; n = sum(len(S[j].split()) for j in cur)
        cur.append(i); n += k
    return out + [cur] if cur else out

def record_stretch(query, S, w, anchors): return Stretch(query, S[0], [S[i] for i in w], {j for j, i in enumerate(w) if i in anchors})

def record_windows(share=.5):
    """(Stretch, about: one bool a sentence or None, marks: [(sentence, start, end, field)]); about is None where names are asked for."""
    out = []
    for source in (own_records('train'), written_records()):
        for _, S, recs, names in source:
            if random.random() > share: continue
            W = windows(S)
            for w in W:
                here = [(w.index(n), a, b, f) for n, a, b, f in names if n in w]
                if random.random() < (1 if here else .35): out.append((record_stretch(NAMES, S, w, set()), None, here))
            for r in recs:
                good = [w for w in W if r['about'] & set(w)]; bad = [w for w in W if not r['about'] & set(w)]
                q = r['query'] if random.random() < .8 or not r['names'] else random.choice(r['names'])
                for w in good + (random.sample(bad, 1) if bad else []):
                    out.append((record_stretch(q, S, w, r['anchors']), [i in r['about'] for i in w], [(w.index(n), a, b, f) for n, a, b, f in r['marks'] if n in w]))
    random.shuffle(out); return out
