/** What a label in a menu is made of. */
interface Listed {
	readonly id: string;
	readonly name: string;
	readonly year?: number | null;
	/** File names. */
	readonly documents?: readonly string[];
}

/** Discord's limit on choices. */
const longest = 100;

/**
 * A label for each of some exercises, by its id: its name; where two have the same, with what parts them: the year, then the document,
 * and where that is the same too, the id. At most 100 code units, with no character cut in two.
 */
export function distinctNames(exercises: readonly Listed[]): ReadonlyMap<string, string> {
	const labels = new Map<string, string>();
	const taken = new Set<string>();
	let open = [...new Map(exercises.map((exercise) => [exercise.id, exercise])).values()];
	for (const addition of additions) {
		const made = open.map((exercise) => [exercise, withAddition(exercise.name, addition(exercise))] as const);
		const counts = new Map<string, number>();
		for (const [, label] of made) counts.set(keyOf(label), (counts.get(keyOf(label)) ?? 0) + 1);
		const own = made.filter(([, label]) => counts.get(keyOf(label)) === 1 && !taken.has(keyOf(label)));
		for (const [{ id }, label] of own) {
			labels.set(id, label);
			taken.add(keyOf(label));
		}
		open = open.filter(({ id }) => !labels.has(id));
	}
	for (const { id, name } of open) labels.set(id, withAddition(name, ` · ${id}`));
	return labels;
}

const additions: readonly ((exercise: Listed) => string)[] = [
	() => '',
	({ name, year }) => (year && !name.includes(String(year)) ? ` (${year})` : ''),
	({ documents }) => (documents?.[0] ? ` · ${documents[0]}` : ''),
];

function withAddition(name: string, addition: string): string {
	const kept = addition.length > longest / 2 ? `…${addition.slice(1 - longest / 2)}` : addition;
	const room = longest - kept.length;
	if (name.length <= room) return name + kept;
	const cut = name.slice(0, room - 1);
	return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…${kept}`;
}

const keyOf = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();
