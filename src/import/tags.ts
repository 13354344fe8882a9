/** What stands between the first tag of a name and the next that closes it; undefined where there is none. Linear, whatever the markup. */
export function inside(markup: string, name: string): string | undefined {
	const open = new RegExp(`<${name}(?=[\\s>])[^<>]*>`, 'i').exec(markup);
	if (!open) return undefined;
	const start = open.index + open[0].length;
	const end = closing(markup, name, start);
	return end ? markup.slice(start, end.from) : undefined;
}

/** Every stretch from a tag of one of some names to the next that closes it, in order; what is not closed is none. Linear too. */
export function stretches(markup: string, names: readonly string[]): { from: number; to: number; inside: string }[] {
	const found: { from: number; to: number; inside: string }[] = [];
	const opening = new RegExp(`<(${names.join('|')})(?=[\\s>])[^<>]*>`, 'gi');
	const neverClosed = new Set<string>();
	for (let open = opening.exec(markup); open; open = opening.exec(markup)) {
		const name = (open[1] ?? '').toLowerCase();
		const end = neverClosed.has(name) ? undefined : closing(markup, name, opening.lastIndex);
		if (!end) neverClosed.add(name);
		else {
			found.push({ from: open.index, to: end.to, inside: markup.slice(opening.lastIndex, end.from) });
			opening.lastIndex = end.to;
		}
		if (neverClosed.size === names.length) break;
	}
	return found;
}

function closing(markup: string, name: string, start: number): { from: number; to: number } | undefined {
	const close = new RegExp(`</${name}\\s{0,100}>`, 'gi');
	close.lastIndex = start;
	const end = close.exec(markup);
	return end ? { from: end.index, to: close.lastIndex } : undefined;
}

/** Without such stretches, and without comments. */
export function without(markup: string, names: readonly string[]): string {
	let kept = '';
	let at = 0;
	for (const { from, to } of stretches(markup, names)) {
		kept += `${markup.slice(at, from)}\n`;
		at = to;
	}
	return withoutComments(kept + markup.slice(at));
}

function withoutComments(markup: string): string {
	let kept = '';
	let at = 0;
	for (;;) {
		const from = markup.indexOf('<!--', at);
		const to = from === -1 ? -1 : markup.indexOf('-->', from + 4);
		if (to === -1) return kept + markup.slice(at);
		kept += markup.slice(at, from);
		at = to + 3;
	}
}
