import { drawable } from './measure.js';

/** The fixed words on the pictures and in their alt texts. `{n}` stands for a number. */
export interface PictureWords {
	map: string;
	timeline: string;
	main: string;
	related: string;
	patrol: string;
	areasIndicative: string;
	mapCredit: string;
	more: string;
	noExercise: string;
	daysStated: string;
	yearOnly: string;
	yearGuessed: string;
	ongoing: string;
	undated: string;
	manyCountries: string;
	countriesUnsaid: string;
	otherCountries: string;
}

export const ENGLISH: PictureWords = {
	map: 'Map',
	timeline: 'Timeline',
	main: 'Exercise area',
	related: 'Related exercise',
	patrol: 'Patrol',
	areasIndicative: 'Areas are indicative.',
	mapCredit: 'Map: Natural Earth',
	more: '+{n} more',
	noExercise: 'No exercise in the documents',
	daysStated: 'Month or days stated',
	yearOnly: 'Only the year stated',
	yearGuessed: 'Year inferred',
	ongoing: 'Ongoing',
	undated: 'Undated',
	manyCountries: 'Three or more countries',
	countriesUnsaid: 'Countries not stated',
	otherCountries: 'Other countries',
};

export type Words = (key: keyof PictureWords, n?: number) => string;

/** The words as they are told, in the alt text. */
export function toldWords(given: Partial<PictureWords> = {}): Words {
	return (key, n) => (given[key] ?? ENGLISH[key]).replace('{n}', String(n));
}

/** The words as they are drawn: a translation that the font cannot draw whole gives way to the English word. */
export function drawnWords(given: Partial<PictureWords> = {}): Words {
	return (key, n) => {
		const word = given[key] ?? ENGLISH[key];
		return (drawable(word) === word ? word : ENGLISH[key]).replace('{n}', String(n));
	};
}
