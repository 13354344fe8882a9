import { verbPattern } from '../sentences/verbs.js';
import { auxiliaries, restOfName } from './subject-patterns.js';

const watches = new RegExp(`^${restOfName}${auxiliaries}\\s${verbPattern('watch')}\\b`);
const watchedBy =
	/\b(?:observed|watched|monitored|shadowed|tracked|intercepted|followed|trailed)\sby\s(?:the\s)?$|\bobservers\s(?:came\s|were\s)?from\s(?:the\s)?$/i;
const asObserver =
	/^[^.;]{0,60}?\b(?:as\s(?:an\s)?observers?|observer\sstatus|(?:sen[dt]s?|sending|by|only)\sobservers|sent\s[^.;,]{1,30}\sto\s(?:watch|observe)|invited\sto\s(?:observe|watch))\b/i;
/** "dispatched a minesweeper to follow the formation" */
const sentToWatch = new RegExp(
	`^${restOfName}${auxiliaries}\\s(?:sen[dt]s?|dispatch\\w*|deploy\\w*|scrambl\\w*)\\b[^.;]{0,80}?\\sto\\s(?:follow|${verbPattern('watch')})(?:[.,;]|\\s(?:the|it|them|its|their)\\b|$)`,
);
/** "flew near the exercise area" */
const besideIt =
	/^[^.;]{0,60}?\s(?:near|close\sto|past|towards?)\s(?:the|its|their)\s(?:[\w-]+\s){0,3}(?:exercises?|drills?|area|fleet|formation|flotilla|group|ships?|carrier)\b/i;
const watchersFrom = new RegExp(`\\b${verbPattern('watch')}\\s(?:\\S+\\s){0,2}from\\s(?:the\\s)?$`);

/** Whether what stands before and behind a country says that it watches, shadows or comes near, and takes no part. */
export function onlyWatches(before: string, after: string): boolean {
	return (
		watchedBy.test(before) ||
		watchersFrom.test(before) ||
		[watches, asObserver, sentToWatch, besideIt].some((cue) => cue.test(after))
	);
}
