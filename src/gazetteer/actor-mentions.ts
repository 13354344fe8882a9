import type { Span } from '../text/span.js';
import { type Actor, type Gazetteer, gazetteer, type Named, type Place, type Role } from './gazetteer.js';
import { THINGS_AFTER_SERVICE } from './mention-words.js';
import type { NameMatch, NamesFound } from './name-index.js';
import type { PlaceMention } from './place-mention.js';
import { type MentionOptions, placesAmong } from './place-mentions.js';

/** Somebody who acts in a text: a ministry, a service, an alliance, an outlet. */
export interface ActorMention extends Span {
	readonly actor: Actor;
	/** The countries that it belongs to; empty for an alliance, and for "the Defence Ministry" with no nation beside it. */
	readonly countries: readonly Place[];
}

/**
 * The actors of a text or of a span of it, in order. Listed ones by their names; what every country has ("Chinese Defense Ministry",
 * "China's Ministry of National Defense", "armed forces of Russia and China", "US and Japanese warships") by a nation's word beside the words
 * for it: one mention a nation, each on the words printed for it.
 */
export function findActors(text: string, span?: Span, options: MentionOptions = {}): ActorMention[] {
	const all = options.in ?? gazetteer;
	const found = all.names.find(text, span, options.anyCase);
	return actorsAmong(found, placesAmong(found, all), all);
}

/** The actors among the names found in a text, given the places among them. */
export function actorsAmong(found: NamesFound<Named>, places: readonly PlaceMention[], all: Gazetteer): ActorMention[] {
	const nations = places.flatMap((mention): Nation[] => (mention.place.kind === 'country' ? [{ ...mention, country: mention.place }] : []));
	const mentions = found.matches.flatMap((match): ActorMention[] => {
		const actors = match.named.flatMap((named) => (named.is === 'actor' ? [named.actor] : []));
		const role = match.named.find((named) => named.is === 'role');
		if (actors.length > 0) return [listedActor(found.text, match, actors, nations, all)];
		return role?.is === 'role' ? actorsInRole(found, match, role.role, nations, all) : [];
	});
	return mentions.sort((one, other) => one.start - other.start);
}

interface Nation extends PlaceMention {
	readonly country: Place;
}

/** Among actors of one name ("Pacific Fleet", "AFP"), the one of the nation named beside it, else of one named in the text, else one of no nation, else the first listed. */
function listedActor(
	text: string,
	match: NameMatch<Named>,
	actors: readonly Actor[],
	nations: readonly Nation[],
	all: Gazetteer,
): ActorMention {
	const beside = [...nationsBefore(text, match, nations), ...nationsAfter(text, match, nations)];
	const own = actors.find((actor) => beside.some((nation) => actor.countries.includes(nation.country.id)));
	const near = actors.find((actor) => nations.some((nation) => actor.countries.includes(nation.country.id)));
	const actor = own ?? near ?? actors.find(({ countries }) => countries.length === 0) ?? actors[0];
	if (!actor) throw new RangeError('A name of an actor names none');
	return { start: match.start, end: match.end, actor, countries: actor.countries.flatMap((id) => all.place(id) ?? []) };
}

function actorsInRole(
	found: NamesFound<Named>,
	match: NameMatch<Named>,
	role: Role,
	nations: readonly Nation[],
	all: Gazetteer,
): ActorMention[] {
	const { text } = found;
	if (isAdjective(found, match)) return [];
	const before = nationsBefore(text, match, nations);
	const after = before.length > 0 ? [] : nationsAfter(text, match, nations);
	const mention = (nation: Nation, start: number, end: number): ActorMention => ({
		start,
		end,
		actor: all.actorInRole(nation.country, role),
		countries: [nation.country],
	});
	if (before.length > 0) {
		return before.map((nation, at) => mention(nation, nation.start, at === before.length - 1 ? match.end : nation.end));
	}
	if (after.length > 0) return after.map((nation, at) => mention(nation, at === 0 ? match.start : nation.start, nation.end));
	if (!role.alone || text.slice(match.start, match.end) === text.slice(match.start, match.end).toLowerCase()) return [];
	return [
		{ start: match.start, end: match.end, actor: { ...role, aliases: [], countries: [], members: [], role: role.id }, countries: [] },
	];
}

/** "military exercises", "army base": words for a service that only tell what kind of thing follows. */
function isAdjective({ text, words }: NamesFound<Named>, match: NameMatch<Named>): boolean {
	const next = words[match.to];
	return next !== undefined && text.slice(match.end, next.start) === ' ' && THINGS_AFTER_SERVICE.has(next.folded);
}

/** "Iranian, Chinese and Russian", "Russian-Chinese", "US and Japanese". */
const LISTED = /^\s*(?:,|[-–‑/]|,?\s*(?:and|or|&|as well as)(?:\s+the)?)\s*$/;
/** What may stand between a nation and its service: "China's own navy". */
const OWN = /^(?:['’]s?)?\s+(?:(?:own|regular|federal|federation)\s+)?$/i;

/** The nations directly before a role or a fleet. */
function nationsBefore(text: string, match: Span, nations: readonly Nation[]): Nation[] {
	let at = nations.findIndex((nation) => nation.end <= match.start && OWN.test(text.slice(nation.end, match.start)));
	const nearest = nations[at];
	if (!nearest) return [];
	const list = [nearest];
	const possessive = /^['’]/.test(text.slice(nearest.end));
	for (;;) {
		const [first, before] = [nations[at], nations[at - 1]];
		if (!first || !before || !LISTED.test(text.slice(before.end, first.start)) || (possessive && before.how === 'name')) return list;
		list.unshift(before);
		at--;
	}
}

/** The nations after "of": "armed forces of Russia and China". */
function nationsAfter(text: string, match: Span, nations: readonly Nation[]): Nation[] {
	let at = nations.findIndex((nation) => nation.start >= match.end && /^\s+of\s+(?:the\s+)?$/.test(text.slice(match.end, nation.start)));
	const list: Nation[] = [];
	for (;;) {
		const nation = nations[at];
		if (!nation) return list;
		list.push(nation);
		const next = nations[at + 1];
		if (!next || !LISTED.test(text.slice(nation.end, next.start))) return list;
		at++;
	}
}
