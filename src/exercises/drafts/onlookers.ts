import type { LinkReading } from '../claims/link-reading.js';
import type { Link } from '../coreference/link.js';
import type { Referent } from '../coreference/referents.js';
import { countriesOf } from '../sentences/country-groups.js';
import type { SentenceReading } from '../sentences/sentence-reading.js';
import { verbPattern } from '../sentences/verbs.js';

/** "China has already reacted", "the Russian embassy in Washington called for …", "Chinese drones were spotted". */
const against = new RegExp(
	`^[^.;,]{0,60}?\\b(?:${verbPattern('watch')}|followed|react\\w*|condemn\\w*|denounc\\w*|criticis\\w*|criticiz\\w*|protest\\w*|warn\\w*|slam\\w*|accus\\w*|object\\w*|retaliat\\w*|respond\\w*|answered|lodged|called\\s(?:for|on|the|it)|embassy)\\b`,
	'i',
);

/**
 * Countries, by id, that watch or speak against what a section tells of: their own forces are not those of the
 * exercise.
 */
function onlookersIn(readings: readonly SentenceReading[]): ReadonlySet<string> {
	return new Set(
		readings.flatMap((reading) => {
			const { text, sentence } = reading;
			return countriesOf(reading).flatMap(({ end, country }) =>
				against.test(text.slice(end, sentence.end)) ? [country.id] : [],
			);
		}),
	);
}

/** Forces of a country that only watches or protests are no reason to take a sentence for one about the exercise. */
export function withoutOnlookers(linked: readonly LinkReading[], readings: readonly SentenceReading[]): LinkReading[] {
	const takers = new Map<Referent, Set<string>>();
	for (const { link, roles } of linked) {
		const own = takers.get(link.referent) ?? new Set();
		takers.set(link.referent, own);
		if (!link.loose) for (const { role, country } of roles) if (role === 'participant') own.add(country.id);
	}
	let onlookers: ReadonlySet<string> | undefined;
	const isOnlooker = (nation: string) => {
		onlookers ??= onlookersIn(readings);
		return onlookers.has(nation);
	};
	const takesNoPart = (link: Link, nation: string) => !takers.get(link.referent)?.has(nation) && isOnlooker(nation);
	return linked.flatMap((reading) => {
		const { link, groups, roles } = reading;
		if (!link.loose) return [reading];
		const nations = groups.flatMap(({ members }) => members.map(({ country }) => country.id));
		if (nations.length > 0 && nations.every((nation) => takesNoPart(link, nation))) return [];
		return [
			{
				...reading,
				roles: roles.filter(({ role, country }) => role !== 'participant' || !takesNoPart(link, country.id)),
			},
		];
	});
}
