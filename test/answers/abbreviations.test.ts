import { describe, expect, it } from 'vitest';
import { expansionsOf } from '../../src/answers/abbreviations.js';
import { termsOf } from '../../src/text/analyse.js';

const forms = (word: string) => termsOf(word).flatMap((term) => expansionsOf(term).map((terms) => terms.join(' ')));
const inTerms = (text: string) => termsOf(text).join(' ');

describe('abbreviations of the field', () => {
	it.each([
		['ASW', 'anti-submarine warfare'],
		['UAVs', 'drones'],
		['SAR', 'search and rescue'],
		['CPX', 'command post exercises'],
		['MoD', 'the Ministry of Defence'],
		['EEZ', 'exclusive economic zone'],
		['AAR', 'after-action review'],
		['AAR', 'air-to-air refuelling'],
	])('%s is %s', (short, long) => {
		expect(forms(short)).toContain(inTerms(long));
	});

	it.each([
		['drones', 'UAV'],
		['headquarters', 'HQ'],
		['admiral', 'Adm'],
		['minehunter', 'MCMV'],
		['destroyers', 'DDG'],
	])('%s may be printed as %s', (word, short) => {
		expect(forms(word)).toContain(inTerms(short));
	});

	it('gives none for a word that stands in no entry, nor for one of the words of a longer form', () => {
		expect(forms('handshake')).toEqual([]);
		expect(forms('warfare')).toEqual([]);
	});

	it('does not give a term itself', () => {
		for (const word of ['drone', 'HQ', 'ASW']) expect(forms(word)).not.toContain(inTerms(word));
	});
});
