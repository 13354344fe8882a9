/** "Had it been held, X would have been …", "Were it to go ahead, X would be …". */
const inverted = /^[“"‘ ]*(?:had|were|should) (?:it|they|this|the (?:exercise|drill|manoeuvre)s?) (?:been|taken|gone|to|take|go|be)(?= |$)/;

/** "If the exercise is held, …", "provided that it goes ahead": nobody says that it is. */
export function isSupposed(words: readonly string[], tokens: readonly { readonly isEvent: boolean }[]): boolean {
	const event = tokens.findIndex(({ isEvent }) => isEvent);
	const lead = words.slice(0, Math.max(0, event)).join(' ');
	if (inverted.test(lead)) return true;
	return /(?:^|, |and )(?:even )?(?:if|provided(?: that)?|in the event that|on condition that|supposing)(?: (?:the|this|that|next|year's|planned|exercise|exercises|drill|drills|[“"‘]))*$/.test(
		lead,
	);
}

const denies = /^(?:den(?:y|ies|ied|ying)|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:e|es|ed)|disput(?:e|es|ed))$/;
/** "decided against holding", "ruled out hosting", "refrained from staging". */
export const isDecidedAgainst = (words: readonly string[], at: number): boolean =>
	/(?:(?:decid|opt|vot|rul|com|came)\w* (?:down )?(?:against|out)|refrain\w* from|backed out of|pulled out of)$/.test(
		words.slice(Math.max(0, at - 4), at).join(' '),
	);

/** "denied that it had been cancelled", "rejected reports that …". */
export const isDenied = (words: readonly string[], at: number): boolean => {
	const that = words.lastIndexOf('that', at);
	return that > 0 && words.slice(Math.max(0, that - 4), that).some((word) => denies.test(word));
};
