import { verbPattern } from '../sentences/verbs.js';

const purpose =
	'(?:is|are|was|were|set|due|plans?|planned|planning|expected|slated|scheduled|preparing|ready|going|about|intends?|continues?|began|started)\\sto';
/** Between a subject and its verb: "will", "is set to". */
export const auxiliaries = `(?:\\s(?:${purpose}|will|would|shall|also|both|each|all|has|have|had|is|are|was|were|be|been|being|set|expected|slated|planned|scheduled|jointly|recently|soon|again|then|reportedly|announced|once|now|already|later|together|not\\sonly|the|only|up))*`;
/** What goes on with a country's name before the verb: "'s navy", " Northern Fleet (NF)". */
export const restOfName =
	"(?:['’]s?)?(?:\\s(?!(?:in|on|at|of|to|from|by|as|and|that|who|which|has|have|is|are|was|were|will|said|over|near|did|does|do|not|no|never|nor|cannot|declined|refused|withdrew|skipped|boycotted)\\b)[\\w’'/-]+){0,5}?(?:\\s\\([^)]{1,12}\\))?";
/** Behind a country: it holds the exercise or does something in it. */
export const acts = new RegExp(`^${restOfName}${auxiliaries}\\s${verbPattern('hold', 'act')}\\b`);
