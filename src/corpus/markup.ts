const inline =
	'b|i|em|strong|u|s|a|abbr|acronym|big|bdi|bdo|cite|code|dfn|font|ins|kbd|mark|nobr|q|samp|small|span|strike|sub|sup|time|tt|var|wbr';
const block =
	'address|article|aside|blockquote|center|details|div|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|section|summary|ul';
const inlineTag = new RegExp(String.raw`</?(?:${inline})(?:\s[^<>]{0,500})?/?>`, 'gi');
const blockTag = new RegExp(String.raw`</?(?:${block})(?:\s[^<>]{0,500})?/?>`, 'gi');
const lineBreakTag = /<br\s*\/?>/gi;

/** Emphasis over at most one paragraph. */
const inside = String.raw`(?:[^*\n]|\n(?!\s*\n)){1,600}?`;
const stars = new RegExp(String.raw`(?<![\\*])(\*{1,3})(?=[^\s*])(${inside})(?<=[^\s*\\])\1`, 'gu');
const underscores =
	/(?<![\p{L}\p{N}_\\@/])(_{1,3})(?=[^\s_])((?:[^_\n]|(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])|\n(?!\s*\n)){1,600}?)(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu;
const highlight = /(?<![=\\])==(?=[^\s=])([^=\n]{1,600}?)(?<=[^\s=])==(?!=)/g;
const wordCharacter = /[\p{L}\p{N}]/u;

const image =
	/!\[[^\]\n]{0,1000}\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,500})?\)|\[[^\]\n]{0,200}\])|!\[\[[^\]\n]{0,500}\]\]/g;
const target = String.raw`\(\s*<?(?:[^()\s<>]|\([^()\s]{0,500}\)){0,2000}>?(?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)`;
const link = new RegExp(String.raw`(?<!\\)\[([^\[\]\n]{0,1000})\]${target}`, 'g');
const webLink = /(?<!\\)\[([^[\]\n]{1,1000})\]\(\s*<?https?:\/\/[^()\s<>]{1,2000}>?\s*\)/g;
const referenceLink = /(?<![\\!\]])\[([^[\]\n^]{1,500})\]\[[^[\]\n]{0,200}\]/g;
const definition = /^ {0,3}\[[^\]\n^]{1,200}\]:[ \t]*<?(?:https?:\/\/|\/|\.|#|mailto:)\S*.*$/gm;
const wikiLink = /\[\[(?:[^\]|\n]{0,500}\|)?([^\]|\n]{1,500})\]\]/g;
const footnote = /\[\^[^\]\s]{1,40}\](?!:)/g;
const address = /<(https?:\/\/[^<>\s]{1,2000})>/g;
const code = /(?<![`\\])(`{1,2})(?!`)([^`\n]{1,600})\1(?!`)/g;
const escaped = /\\([!-/:-@[-`{-~])/g;

const codeFence = /^[ \t]*(?:```|~~~).*$/gm;
/** Commands of the programs that make sites out of Markdown. */
const siteCommand = /\{\{[<%][^\n]{0,1000}?[>%]\}\}|\{%[^\n]{0,1000}?%\}|^[ \t]*\{:[^}\n]{0,300}\}[ \t]*$/gm;
const tableRule = /^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*(?:\n|$)/gm;
const firstUnderline = /^(?![ \t]*(?:[-*+>|#=]|\d+[.)]))(\S[^\n]{0,300})\n={3,}[ \t]*$/gm;
const secondUnderline = /^(?![ \t]*(?:[-*+>|#=]|\d+[.)]))(\S[^\n]{0,300})\n-{3,}[ \t]*$/gm;
const rule = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/gm;
const closingMarks = /^( {0,3}#{1,6}[ \t][^\n]*?)[ \t]+#+[ \t]*$/gm;

/**
 * The words as a reader of the page sees them: without the marks of emphasis, links and tags.
 * A plain text keeps everything that its own reader would see as well.
 */
export function withoutMarkup(text: string, markdown: boolean): string {
	const untagged = withoutComments(text).replace(lineBreakTag, '\n').replace(inlineTag, '');
	if (!markdown) return withoutEmphasis(untagged.replace(webLink, '$1'), false);
	const lines = untagged
		.replace(blockTag, '\n')
		.replace(siteCommand, '')
		.replace(codeFence, '')
		.replace(definition, '')
		.replace(tableRule, '')
		.replace(firstUnderline, '# $1')
		.replace(secondUnderline, '## $1')
		.replace(rule, '')
		.replace(closingMarks, '$1');
	const words = lines
		.replace(image, '')
		.replace(link, '$1')
		.replace(wikiLink, '$1')
		.replace(referenceLink, '$1')
		.replace(footnote, '')
		.replace(address, '$1')
		.replace(code, '$2')
		.replace(highlight, '$1');
	return withoutEmphasis(words, true).replace(escaped, '$1');
}

/** Outer marks hold inner ones ("**bold and *leaning***"): three rounds read all that is written in earnest. */
function withoutEmphasis(text: string, insideWords: boolean): string {
	let read = text;
	for (let round = 0; round < 3; round++) {
		if (!/[*_]/.test(read)) break;
		const before = read;
		read = read
			.replace(stars, (whole: string, _mark: string, words: string, at: number, all: string) => {
				const within = wordCharacter.test(all.charAt(at - 1)) && wordCharacter.test(all.charAt(at + whole.length));
				return within && !insideWords ? whole : words;
			})
			.replace(underscores, '$2');
		if (read === before) break;
	}
	return read;
}

/** Step by step: one pattern would look through the whole rest of the text at every comment that is not closed. */
function withoutComments(text: string): string {
	let read = '';
	let from = 0;
	for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', from)) {
		const end = text.indexOf('-->', start + 4);
		if (end < 0) break;
		read += text.slice(from, start);
		from = end + 3;
	}
	return from === 0 ? text : read + text.slice(from);
}
