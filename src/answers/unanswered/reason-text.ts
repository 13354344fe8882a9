import type { Reason } from '../answer.js';
import type { SmallTalk } from '../question/small-talk.js';

const talk: Readonly<Record<SmallTalk['kind'], string>> = {
	greeting: 'Hello! Ask a question about military exercises; --help names the commands.',
	thanks: 'You are welcome! Ask again whenever you like.',
	farewell: 'Goodbye!',
	time: 'There is no clock here, only documents: ask when they put an exercise.',
	wellbeing: 'All well here, thank you! Ask a question about military exercises.',
	wrong: 'Sorry! The quote shows what the document says; ask again with the name of the exercise.',
};

/** A reason for no answer as one plain English sentence: fixed words around the names it speaks of. */
export function reasonText(reason: Reason): string {
	switch (reason.why) {
		case 'empty':
			return 'There is no question to answer.';
		case 'nothing':
			return 'Nothing in the documents is about this.';
		case 'unknown exercise':
			return `The documents name no exercise called ${reason.name}.`;
		case 'absent year': {
			const absent = `No document names an edition of ${reason.name} in ${reason.year}.`;
			return reason.editions.length > 0 ? `${absent} They name ${reason.editions.join(', ')}.` : absent;
		}
		case 'no sure answer':
			return reason.about === null
				? 'No sure answer was found.'
				: `The documents speak of ${reason.about}, but no sure answer was found.`;
		case 'neither said':
			return 'No sentence says so, and none denies it.';
		case 'another language':
			return 'The documents are in another language than the question.';
		case 'small talk':
			return talk[reason.kind];
		case 'which exercise':
			return 'Which exercise is meant? Put its name into the question; drills lists them.';
		case 'a list':
			return `In the documents: ${listed(reason.names)}. timeline lists the exercises by date.`;
		case 'a comparison':
			return `Two exercises: ${reason.names.join(' and ')}. drill shows each with its sources.`;
		case 'one exercise':
			return `Both names mean ${reason.name}${reason.isByTheSeriesList ? ' (by the series list)' : ''}.`;
		case 'in part':
			return `No sure answer was found to: ${reason.asked}.`;
	}
}

const mostNames = 12;

function listed(names: readonly string[]): string {
	return names.slice(0, mostNames).join('; ') + (names.length > mostNames ? '; …' : '');
}
