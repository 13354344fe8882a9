import type { Reason } from './answer.js';

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
		case 'no such fact':
			return reason.about === null
				? `The documents do not say: ${reason.asked}.`
				: `The documents name ${reason.about} but do not say: ${reason.asked}.`;
		case 'premise':
			return `The documents do not say that: ${reason.asked}.`;
	}
}
