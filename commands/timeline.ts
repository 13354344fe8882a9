import { exercisesAt } from '../src/answers/from-catalogue/exercises-at.js';
import { type TimelineFilter, timelineOf } from '../src/answers/from-catalogue/timeline.js';
import { matching } from '../src/replies/choices.js';
import { citedDocuments } from '../src/replies/citations.js';
import { value } from '../src/replies/claims.js';
import { type Asked, type Command, hide } from '../src/replies/command.js';
import { timelinePictureOf } from '../src/replies/pictures.js';
import { notice, type Reply } from '../src/replies/reply.js';
import { scopeNames, type TimelineScope, timelineReply } from '../src/replies/timeline.js';
import { fill } from '../src/replies/words.js';
import { inTurns } from '../src/taking-turns.js';

const year = { type: 'number', min: 1900, max: 2100 } as const;
const definition = {
	name: 'timeline',
	description: 'Exercises in order of time, as a picture and a list',
	options: [
		{ type: 'text', name: 'country', description: 'Only those in which this country takes part', autocomplete: true },
		{ type: 'text', name: 'place', description: 'Only those at this place', autocomplete: true },
		{ ...year, name: 'from', description: 'First year' },
		{ ...year, name: 'until', description: 'Last year' },
		hide,
	],
} as const;

/** Names or ids of gazetteer places; empty for all. */
interface Wanted {
	readonly country: string;
	readonly place: string;
	readonly from: number | null;
	readonly until: number | null;
}

export default {
	definition,
	isPure: true,

	async suggest({ library, option, typed }) {
		if (option === 'place') return (await library.places(typed)).map(({ place }) => ({ name: place.name, value: place.name }));
		const countries = (await library.entries()).flatMap(({ participants }) => participants.map((claim) => claim.value));
		return matching(typed, [...new Set(countries)].sort()).map((name) => ({ name, value: name }));
	},

	async answer({ options: { country = '', place = '', from = null, until = null }, ...asked }) {
		// Whichever way round they are given, the years between two are meant.
		const [first, last] = from !== null && until !== null && from > until ? [until, from] : [from, until];
		return timeline({ country, place, from: first, until: last }, asked);
	},

	async press({ state, ...asked }) {
		return timeline(state, asked, state.page);
	},
} satisfies Command<typeof definition, 'timeline'>;

/** The list, with the picture on its first page. */
async function timeline(wanted: Wanted, { library, words, pictures }: Asked, page = 0): Promise<Reply> {
	const country = wanted.country ? await library.place(wanted.country) : undefined;
	if (wanted.country && !country) return notice(fill(words.miss.unknownCountry, { name: value(wanted.country) }));
	const found = wanted.place ? await exercisesAt(library, wanted.place) : undefined;
	if (wanted.place && !found) return notice(fill(words.miss.unknownPlace, { place: value(wanted.place) }));
	const filter: TimelineFilter = {
		...(country ? { country: country.name } : {}),
		...(found ? { placeIds: new Set(found.exercises.flatMap(({ claims }) => claims.map(({ placeId }) => placeId ?? ''))) } : {}),
		...(wanted.from === null ? {} : { fromYear: wanted.from }),
		...(wanted.until === null ? {} : { toYear: wanted.until }),
	};
	const entries = await timelineOf(library, filter);
	const documents = await citedDocuments(
		library,
		entries.flatMap(({ claim, exercise }) => [...(claim ? [claim] : []), ...exercise.names.slice(0, 1)].map(({ quote }) => quote)),
	);
	const scope: TimelineScope = { country, place: found?.place, from: wanted.from, until: wanted.until };
	const reply = await inTurns(timelineReply(entries, scope, documents, words, page));
	const picture = page === 0 ? timelinePictureOf(entries, scopeNames(scope), words) : null;
	return picture ? { ...reply, picture: () => pictures.timeline(picture) } : reply;
}
