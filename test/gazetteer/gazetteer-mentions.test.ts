import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findActors } from '../../src/gazetteer/actor-mentions.js';
import { findPlaces, type MentionOptions } from '../../src/gazetteer/place-mentions.js';

/** Each mention as `words = id`, with `~` for a demonym and `!` for a government. */
const MARK = { name: '', demonym: '~', government: '!' } as const;
const places = (text: string, options?: MentionOptions): string[] =>
	findPlaces(text, undefined, options).map(({ start, end, place, how }) => `${text.slice(start, end)} = ${MARK[how]}${place.id}`);
const actors = (text: string, options?: MentionOptions): string[] =>
	findActors(text, undefined, options).map(({ start, end, actor }) => `${text.slice(start, end)} = ${actor.id}`);
const seed = (name: string): string => readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8');

describe('places in a text', () => {
	test.each<[string, string[]]>([
		// The longest name wins
		['Ships crossed the South China Sea and the East China Sea.', ['South China Sea = south-china-sea', 'East China Sea = east-china-sea']],
		['North Korea fired; South Korea watched.', ['North Korea = north-korea', 'South Korea = south-korea']],
		['Frigates met in the Gulf of Oman, not in Oman.', ['Gulf of Oman = gulf-of-oman', 'Oman = oman']],
		['Papua New Guinea and Guinea-Bissau signed.', ['Papua New Guinea = papua-new-guinea', 'Guinea-Bissau = guinea-bissau']],
		['off Cape Erimo in the North Sea of Japan', ['Cape Erimo = cape-erimo', 'Sea of Japan = sea-of-japan']],
		['They sailed the West Philippine Sea.', ['West Philippine Sea = west-philippine-sea']],
		['in the Sea of Japan, or East Sea, on Saturday', ['Sea of Japan = sea-of-japan', 'East Sea = sea-of-japan']],
		['south China is not the sea', ['China = china']],
		// Other spellings
		['through the Straits of Hormuz and the Taiwan Straits', ['Straits of Hormuz = strait-of-hormuz', 'Taiwan Straits = taiwan-strait']],
		['the Oman Gulf and the Strait of Taiwan', ['Oman Gulf = gulf-of-oman', 'Strait of Taiwan = taiwan-strait']],
		['St. Petersburg, St Petersburg', ['St. Petersburg = saint-petersburg', 'St Petersburg = saint-petersburg']],
		[
			'at Grafenwöhr, Grafenwoehr and Drawsko Pomorskie',
			['Grafenwöhr = grafenwohr', 'Grafenwoehr = grafenwohr', 'Drawsko Pomorskie = drawsko-pomorskie'],
		],
		['the sea of Okhotsk and the western Pacific', ['sea of Okhotsk = sea-of-okhotsk', 'western Pacific = western-pacific']],
		['the South\nChina Sea', ['South\nChina Sea = south-china-sea']],
		['across the GIUK gap to the High North', ['GIUK gap = giuk-gap', 'High North = high-north']],
		["China’s coast, Oman's ports", ['China = china', 'Oman = oman']],
		['中国和俄罗斯在日本海举行演习', ['中国 = china', '俄罗斯 = russia', '日本海 = sea-of-japan']],
		['учения в Японском море', ['Японском море = sea-of-japan']],
		// Not across a sentence's end, a comma or a blank line
		['a base in the south. China sent ships', ['China = china']],
		['in the north, Korea', ['Korea = south-korea']],
		['to the South\n\nChina Sea trials', ['China = china']],
		// Shared nouns
		['the Baltic and South China Seas', ['Baltic = baltic-sea', 'South China Seas = south-china-sea']],
		['the Tsushima, Soya and Tsugaru straits', ['Tsushima = tsushima-strait', 'Soya = soya-strait', 'Tsugaru straits = tsugaru-strait']],
		['the Gulfs of Oman and Aden', ['Gulfs of Oman = gulf-of-oman', 'Aden = gulf-of-aden']],
		['the Leningrad and Pskov regions', ['Leningrad = leningrad-oblast', 'Pskov regions = pskov-oblast']],
		['Japan and the Black Sea', ['Japan = japan', 'Black Sea = black-sea']],
		['the Black and Caspian Sea', ['Black = black-sea', 'Caspian Sea = caspian-sea']],
		// Peoples
		['Sino-Japanese ties and Russo-Belarusian drills', ['Sino = ~china', 'Japanese = ~japan', 'Russo = ~russia', 'Belarusian = ~belarus']],
		['The Dutch and Emiratis joined the Iranians.', ['Dutch = ~netherlands', 'Emiratis = ~united-arab-emirates', 'Iranians = ~iran']],
		['a US-led, Russian-hosted event', ['US = united-states', 'Russian = ~russia']],
		['U.S. ships, U.K. ships and ROK ships', ['U.S. = united-states', 'U.K. = united-kingdom', 'ROK = south-korea']],
		// Governments and cities
		['Beijing urged restraint.', ['Beijing = !china']],
		['Moscow and Beijing have increased their cooperation.', ['Moscow = !russia', 'Beijing = !china']],
		['Talks in Beijing and Moscow ended.', ['Beijing = beijing', 'Moscow = moscow']],
		['The Kremlin and the Pentagon disagreed.', ['Kremlin = !russia', 'Pentagon = !united-states']],
		['a Beijing-based think tank', ['Beijing = beijing']],
		['a response to Washington’s attempts', ['Washington = !united-states']],
		['The parade was held near Minsk.', ['Minsk = minsk']],
		['a visit to Hanoi', ['Hanoi = hanoi']],
		['ties with Tehran', ['Tehran = !iran']],
		['TOKYO (Kyodo) - Tokyo said', ['TOKYO = tokyo', 'Tokyo = !japan']],
		// Words that are other things
		['Reading the order, the force split. Nice work.', []],
		['Ships called at Split, Croatia, and in Nice.', ['Split = split', 'Croatia = croatia', 'Nice = nice']],
		['Secretary Lloyd Austin and Michael Jordan met Chad Kelly.', []],
		['Jordan, Chad and Georgia took part.', ['Jordan = jordan', 'Chad = chad', 'Georgia = georgia']],
		['at Fort Stewart, Georgia', ['Fort Stewart = fort-stewart', 'Georgia = georgia-us']],
		['HMAS Sydney, USS Boston and a Los Angeles-class submarine', []],
		['the Shandong aircraft carrier off Shandong', ['Shandong = shandong']],
		['since the Korean War and the Warsaw Pact', []],
		['The Japan Times and the Washington Post reported', []],
		['the Russian Pacific Fleet left', ['Russian = ~russia']],
		['the U.S. Pacific Fleet left', ['U.S. = united-states']],
		['He told us to join us now.', []],
		['ships from the Gulf of Nowhereland', []],
		['Cape Narva, the Narva River and the Manila Times', ['Narva River = narva-river']],
		['Narva, a town', ['Narva = narva']],
		['in the Gulf, off Bahrain', ['the Gulf = persian-gulf', 'Bahrain = bahrain']],
	])('%s', (text, expected) => {
		expect(places(text)).toEqual(expected);
	});

	test.each<[string, string[]]>([
		['who drilled with the us in the sea of japan', ['us = united-states', 'sea of japan = sea-of-japan']],
		['tell us about vostok', []],
		['drills in turkey and north korea', ['turkey = turkey', 'north korea = north-korea']],
		['polish the report', []],
		['us navy off oman', ['us = united-states', 'oman = oman']],
		['UK and ROK', ['UK = united-kingdom', 'ROK = south-korea']],
	])('typed: %s', (text, expected) => {
		expect(places(text, { anyCase: true })).toEqual(expected);
	});

	test('all capitals', () => {
		const found = places('US, SOUTH KOREA AND JAPAN BEGIN DRILLS IN EAST SEA');
		expect(found).toEqual(['US = united-states', 'SOUTH KOREA = south-korea', 'JAPAN = japan', 'EAST SEA = sea-of-japan']);
	});

	test('within a span, with offsets into the whole text', () => {
		const text = 'Japan watched. Russia sailed from Vladivostok. China followed.';
		const [first, second, ...rest] = findPlaces(text, { start: 15, end: 46 });
		expect([first, second].map((mention) => mention && text.slice(mention.start, mention.end))).toEqual(['Russia', 'Vladivostok']);
		expect(rest).toEqual([]);
	});
});

describe('actors in a text', () => {
	test.each<[string, string[]]>([
		['the Chinese Defense Ministry said', ['Chinese Defense Ministry = china-ministry-of-national-defence']],
		["China's Ministry of National Defense", ["China's Ministry of National Defense = china-ministry-of-national-defence"]],
		['the Chinese Ministry of Defense', ['Chinese Ministry of Defense = china-ministry-of-national-defence']],
		['Beijing’s defence ministry', ['Beijing’s defence ministry = china-ministry-of-national-defence']],
		['Russian MoD announces', ['Russian MoD = russian-ministry-of-defence']],
		['the Defence Ministry of the Russian Federation', ['Defence Ministry of the Russian Federation = russian-ministry-of-defence']],
		['Latvian Ministry of Defence', ['Latvian Ministry of Defence = latvia-defence-ministry']],
		['The Ministry of Defence said', ['Ministry of Defence = defence-ministry']],
		['Kenyan troops and Ugandan soldiers', ['Kenyan troops = kenya-defence-forces', 'Ugandan soldiers = updf']],
		['Iranian, Chinese, and Russian navies', ['Iranian = iranian-navy', 'Chinese = pla-navy', 'Russian navies = russian-navy']],
		['the armed forces of Russia and China', ['armed forces of Russia = russian-armed-forces', 'China = pla']],
		['the PLA and Russian forces', ['PLA = pla', 'Russian forces = russian-armed-forces']],
		['US and Japanese warships', ['US = us-navy', 'Japanese warships = jmsdf']],
		["Russia's military action, Chinese military exercises", []],
		['the Royal Thai Navy and the Royal Australian Navy', ['Royal Thai Navy = royal-thai-navy', 'Royal Australian Navy = ran']],
		[
			'the People’s Liberation Army’s Northern Theater Command',
			['People’s Liberation Army = pla', 'Northern Theater Command = northern-theater-command'],
		],
		[
			"Russia's Pacific Fleet and the US Pacific Fleet",
			["Russia's Pacific Fleet = russian-pacific-fleet", 'US Pacific Fleet = us-pacific-fleet'],
		],
		['the American Pacific Fleet', ['Pacific Fleet = us-pacific-fleet']],
		["Japan's Joint Staff Office told NHK", ['Joint Staff Office = joint-staff-office', 'NHK = nhk']],
		['AFP reported from Manila', ['AFP = afp']],
		['AFP reported the launch', ['AFP = afp-news']],
		['NATO, Nato and the North Atlantic alliance', ['NATO = nato', 'Nato = nato', 'North Atlantic alliance = nato']],
		['CSTO, SCO, AUKUS and the Quad', ['CSTO = csto', 'SCO = sco', 'AUKUS = aukus', 'Quad = quad']],
		['the navy left and troops rested', []],
	])('%s', (text, expected) => {
		expect(actors(text)).toEqual(expected);
	});

	test('name their countries; an alliance names none, but its members', () => {
		const [ministry, alliance] = findActors('The Polish Navy joined NATO.');
		expect(ministry?.countries.map(({ id }) => id)).toEqual(['poland']);
		expect(ministry?.actor.name).toBe('Polish Navy');
		expect(alliance?.countries).toEqual([]);
		expect(alliance?.actor.members).toHaveLength(32);
	});
});

describe('the seeds', () => {
	test('name these places and no other', () => {
		const ids = new Set(
			['000_3ad459c8633aca44', '001_895bc82cc7913470', '002_6117c7bdae2dcbf0', '003_492f898bd8239a12', '004_5eca3c210178f42e'].flatMap(
				(name) => findPlaces(seed(name)).flatMap(({ place, how }) => (how === 'name' ? [place.id] : [])),
			),
		);
		const countries = [
			'china',
			'iran',
			'japan',
			'russia',
			'south-africa',
			'south-korea',
			'taiwan',
			'ukraine',
			'united-states',
			'venezuela',
		];
		const waters = [
			'east-china-sea',
			'gulf-of-oman',
			'north-pacific',
			'pacific-ocean',
			'peter-the-great-gulf',
			'sea-of-japan',
			'sea-of-okhotsk',
		];
		const straits = ['soya-strait', 'south-china-sea', 'taiwan-strait', 'tsugaru-strait', 'tsushima-strait', 'western-pacific'];
		const others = ['asia', 'asia-pacific', 'beijing', 'caribbean', 'europe', 'guangdong', 'indo-pacific', 'latin-america', 'zhanjiang'];
		expect([...ids].sort()).toEqual([...countries, ...waters, ...straits, ...others].sort());
	});

	test('know governments from cities', () => {
		const text = seed('001_895bc82cc7913470');
		const speakers = findPlaces(text).filter(({ how }) => how === 'government');
		expect(speakers.map(({ start, end }) => text.slice(start, end))).toEqual([
			'Washington',
			'Beijing',
			'Beijing',
			'Moscow',
			'Tokyo',
			'Beijing',
		]);
	});
});
