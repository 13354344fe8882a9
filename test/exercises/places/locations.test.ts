import { expect, test } from 'vitest';
import { findNames } from '../../../src/exercises/names/find-names.js';
import { findLocations } from '../../../src/exercises/places/locations.js';
import { readSentences } from '../../../src/exercises/sentences/sentence-reading.js';

/** The places where the exercise of a sentence is held, as printed. */
function locationsIn(text: string): string[] {
	const span = { start: 0, end: text.length };
	return readSentences(text, [{ ...span, kind: 'prose', paragraph: 0 }], findNames(text)).flatMap((reading) =>
		findLocations(text, { ...span, reading }, reading.places, []).map(({ start, end }) => text.slice(start, end)),
	);
}

test.each<[string, string, string[]]>([
	['a town that no list knows', 'The drill is held in Qorvath this week.', ['Qorvath']],
	['the town of', 'Units trained near the village of Lumeska and in the towns of Orrin and Belka.', ['Lumeska', 'Orrin and Belka']],
	[
		'a range that no list knows',
		'The battle group fires at the Harrenholt national training centre.',
		['Harrenholt national training centre'],
	],
	[
		'a list of sites',
		'It takes place at three sites: Senaki, the Orvelo range in Harsk and the Tirnov military training area.',
		['Senaki', 'Orvelo range in Harsk', 'Tirnov military training area'],
	],
	['waters between', 'The navies met in the cold waters between Iceland and Norway.', ['cold waters between Iceland and Norway']],
	['the exercise goes there', 'The next edition goes to the Krivolak range.', ['Krivolak']],
	['it brings forces there', 'The exercise brought 900 troops from five nations to Sardinia and Corsica.', ['Sardinia', 'Corsica']],
	['limited to', 'It was limited to Misawa and Chitose.', ['Misawa', 'Chitose']],
	[
		'with a remark in the list',
		'It is held across Queensland and, for the first time, Papua New Guinea.',
		['Queensland', 'Papua New Guinea'],
	],
	['how far it is from a place known better', 'It is held at Mulino, 300 kilometres east of Moscow.', ['Mulino']],
	['a base of another', 'In the South China Sea, the U.S. frigate joined the drill.', ['South China Sea']],
	['sites in a country', 'They train at four sites in Ghana, among them Daboya.', ['Ghana', 'Daboya']],
	['airfields over several provinces', 'The crews are spread over five airfields in Aomori and Iwate.', ['Aomori', 'Iwate']],
	['no venue', 'In August, Japan joined the drill.', []],
	['a seat of command', 'The drill is led by the Eastern Command in Vilnius.', []],
	['a briefing', 'The exercise is large, she told reporters in Vilnius.', []],
	['a ship', 'The admiral is embarked in Hyuga.', []],
	['a month, a language, a house of parliament', 'In March the drill was criticised in Parliament and explained in English.', []],
	['an exercise', 'In Exercise Granite Lynx they met.', []],
	['a clause', 'It is a drill in which Canada takes part.', []],
])('%s', (_, text, expected) => {
	expect(locationsIn(text)).toEqual(expected);
});
