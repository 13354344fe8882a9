import { expect, it } from 'vitest';
import { Quote } from '../../../src/corpus/quote.js';
import { readDocument } from '../../../src/corpus/read.js';
import { mergedClaims, tellingForces } from '../../../src/exercises/catalogue/merged-claims.js';
import type { Claim } from '../../../src/exercises/exercise.js';
import type { Basis } from '../../../src/values/basis.js';

const document = readDocument('one.txt', Buffer.from('A headline\n\nThe drill is told of here.'));

function claim(value: string, text = value, basis: Basis = 'stated'): Claim {
	const span = document.paragraphs[0] ?? { start: 0, end: 1 };
	return { value, text, basis, span, quote: Quote.of(document, span) };
}

it('says a value once, what is stated before what is derived', () => {
	const merged = mergedClaims([
		claim('Russia', 'Russia', 'inferred'),
		claim('China'),
		claim('RUSSIA'),
		claim('People’s  Navy'),
		claim("people's navy"),
	]);
	expect(merged.map((group) => group.map(({ value }) => value))).toEqual([
		['RUSSIA', 'Russia'],
		['China'],
		['People’s  Navy', "people's navy"],
	]);
});

it.each([
	['armed forces', false],
	['both sides', false],
	['Chinese troops', false],
	["the two countries' armed forces", false],
	["People's Liberation Army’s Northern Theater Command", false],
	['Chinese and Russian forces', false],
	['naval and air forces', true],
	['Russian army', true],
	['Northern Fleet', true],
	['two destroyers', true],
])('%s is a force that says something: %s', (text, isTelling) => {
	const record = {
		participants: [claim('China', 'Beijing'), claim('Russia')],
		organiser: [claim("People's Liberation Army's Northern Theater Command")],
		forces: [claim(text)],
	};
	expect(tellingForces(record).map((force) => force.text)).toEqual(isTelling ? [text] : []);
});
