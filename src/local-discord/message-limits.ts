import {
	type APIAllowedMentions,
	type APIEmbed,
	type APIMessageTopLevelComponent,
	type APISelectMenuComponent,
	ButtonStyle,
	ComponentType,
	MessageFlags,
} from 'discord-api-types/v10';
import type { Problem } from './refusal.js';

/** What the bodies of all message routes have in common. */
export interface MessagePayload {
	content?: string | null | undefined;
	embeds?: APIEmbed[] | null | undefined;
	components?: APIMessageTopLevelComponent[] | null | undefined;
	attachments?: { id: string | number; filename?: string | null | undefined; description?: string | null | undefined }[] | null | undefined;
	allowed_mentions?: APIAllowedMentions | null | undefined;
	flags?: number | null | undefined;
}

type Path = readonly (string | number)[];
type ButtonOrSelect = Extract<APIMessageTopLevelComponent, { type: ComponentType.ActionRow }>['components'][number];
type Button = Extract<ButtonOrSelect, { type: ComponentType.Button }>;

const CONTENT = 2_000;
const ALL_EMBEDS = 6_000;
const ROWS = 5;
const ALL_COMPONENTS = 40;
const ALL_TEXT_DISPLAYS = 4_000;

/**
 * What Discord refuses in a message although its own description allows it. Lengths are in UTF-16 units, which is never more lenient than
 * Discord's count. Sources: Discord's documentation of embed limits and component references, and refusals that users report.
 */
export function messageProblems(payload: MessagePayload): Problem[] {
	const { content, embeds, components, flags, allowed_mentions: mentions } = payload;
	const version2 = ((flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
	return [
		...tooLong(['content'], content, CONTENT),
		...embedProblems(embeds ?? []),
		...(version2 ? version2Problems(payload) : rowProblems(components ?? [])),
		...duplicates(['components'], customIds(components ?? [])),
		...(['users', 'roles'] as const)
			.filter((kind) => mentions?.parse?.some((parsed) => parsed === kind) && (mentions[kind]?.length ?? 0) > 0)
			.map((kind) =>
				problem(
					['allowed_mentions'],
					'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
					`parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
				),
			),
	];
}

function problem(path: Path, code: string, message: string): Problem {
	return { path, code, message };
}

function required(path: Path): Problem {
	return problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function tooLong(path: Path, text: string | null | undefined, most: number): Problem[] {
	if (!text || text.length <= most) return [];
	return [problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${most} or fewer in length.`)];
}

function isBlank(text: string | null | undefined): boolean {
	return !text || text.trim() === '';
}

function embedProblems(embeds: readonly APIEmbed[]): Problem[] {
	const problems = embeds.flatMap((embed, index) => oneEmbedProblems(embed, ['embeds', index]));
	const length = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
	if (length > ALL_EMBEDS) {
		problems.push(problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${ALL_EMBEDS}`));
	}
	return problems;
}

/** The characters that Discord counts towards the 6,000 of a message. */
function embedLength({ title, description, fields, footer, author }: APIEmbed): number {
	const texts = [title, description, footer?.text, author?.name, ...(fields ?? []).flatMap(({ name, value }) => [name, value])];
	return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

function oneEmbedProblems(embed: APIEmbed, at: Path): Problem[] {
	const { title, description, fields = [], footer, author, image, thumbnail, url } = embed;
	const isEmpty = isBlank(title) && isBlank(description) && fields.length === 0 && !footer && !author && !image && !thumbnail;
	if (isEmpty) return [required([...at, 'description'])];
	const texts: [Path, string][] = fields.flatMap(({ name, value }, index): [Path, string][] => [
		[['fields', index, 'name'], name],
		[['fields', index, 'value'], value],
	]);
	if (footer) texts.push([['footer', 'text'], footer.text]);
	if (author) texts.push([['author', 'name'], author.name]);
	const pictures: [Path, string | undefined][] = [
		[['image', 'url'], image?.url],
		[['thumbnail', 'url'], thumbnail?.url],
		[['footer', 'icon_url'], footer?.icon_url],
		[['author', 'icon_url'], author?.icon_url],
	];
	const links: [Path, string | undefined][] = [
		[['url'], url],
		[['author', 'url'], author?.url],
	];
	return [
		...texts.filter(([, text]) => isBlank(text)).map(([path]) => required([...at, ...path])),
		...pictures.flatMap(([path, address]) => badScheme([...at, ...path], address, ['http:', 'https:', 'attachment:'])),
		...links.flatMap(([path, address]) => badScheme([...at, ...path], address, ['http:', 'https:'])),
	];
}

function badScheme(path: Path, address: string | undefined, schemes: readonly string[]): Problem[] {
	if (!address || schemes.some((scheme) => address.startsWith(`${scheme}//`))) return [];
	const given = address.slice(0, address.indexOf(':') + 1);
	return [problem(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${given}" is not supported. Scheme must be one of (${schemes.join(', ')}).`)];
}

function rowProblems(components: readonly APIMessageTopLevelComponent[]): Problem[] {
	const problems = components.flatMap((row, index) => {
		const at = ['components', index];
		if (row.type !== ComponentType.ActionRow) return [problem(at, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')];
		return inRowProblems(row.components, at);
	});
	if (components.length > ROWS) {
		problems.push(problem(['components'], 'BASE_TYPE_MAX_LENGTH', `Must be ${ROWS} or fewer in length.`));
	}
	return problems;
}

function inRowProblems(components: readonly ButtonOrSelect[], at: Path): Problem[] {
	const problems = components.flatMap((component, index) => {
		const path = [...at, 'components', index];
		return component.type === ComponentType.Button ? buttonProblems(component, path) : selectProblems(component, path);
	});
	if (components.length > 1 && components.some(({ type }) => type !== ComponentType.Button)) {
		problems.push(problem(at, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified components exceed the maximum width'));
	}
	return problems;
}

function buttonProblems(button: Button, at: Path): Problem[] {
	const customId = 'custom_id' in button ? button.custom_id : undefined;
	const url = 'url' in button ? button.url : undefined;
	if (button.style === ButtonStyle.Premium) return 'sku_id' in button ? [] : [required([...at, 'sku_id'])];
	const problems: Problem[] = [];
	if (button.style === ButtonStyle.Link) {
		if (!url) problems.push(required([...at, 'url']));
		else problems.push(...badScheme([...at, 'url'], url, ['http:', 'https:', 'discord:']));
		if (customId)
			problems.push(problem(at, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified'));
	} else {
		if (!customId) problems.push(required([...at, 'custom_id']));
		if (url)
			problems.push(problem(at, 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', 'A custom id and url cannot both be specified'));
	}
	const emoji = 'emoji' in button ? button.emoji : undefined;
	if (isBlank('label' in button ? button.label : undefined) && !emoji) {
		problems.push(problem(at, 'BUTTON_COMPONENT_INVALID', 'A button must have a label or emoji'));
	}
	return problems;
}

function selectProblems(select: APISelectMenuComponent, at: Path): Problem[] {
	const { min_values: least = 1, max_values: most = 1 } = select;
	const problems: Problem[] = [];
	if (least > most) problems.push(problem([...at, 'min_values'], 'SELECT_COMPONENT_MIN_MAX', 'min_values must be at most max_values.'));
	if (select.type !== ComponentType.StringSelect) return problems;
	if (most > select.options.length) {
		problems.push(problem([...at, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES', 'max_values must be at most the number of options.'));
	}
	if (select.options.filter((option) => option.default).length > most) {
		problems.push(problem([...at, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More options are chosen by default than max_values.'));
	}
	const values = select.options.map((option, index): [Path, string] => [[...at, 'options', index, 'value'], option.value]);
	const blank = select.options.flatMap((option, index) => (isBlank(option.label) ? [required([...at, 'options', index, 'label'])] : []));
	return [...problems, ...blank, ...duplicates([...at, 'options'], values, 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED')];
}

function duplicates(at: Path, values: readonly [Path, string][], code = 'COMPONENT_CUSTOM_ID_DUPLICATED'): Problem[] {
	const seen = new Set<string>();
	return values.flatMap(([path, value]) => {
		if (!seen.has(value)) {
			seen.add(value);
			return [];
		}
		return [problem(path.length > 0 ? path : at, code, 'This value is used more than once.')];
	});
}

/** Every custom id with where it stands. */
function customIds(components: readonly object[], at: Path = ['components']): [Path, string][] {
	return components.flatMap((component, index): [Path, string][] => {
		const path = [...at, index];
		const own: [Path, string][] =
			'custom_id' in component && typeof component.custom_id === 'string' ? [[[...path, 'custom_id'], component.custom_id]] : [];
		return [
			...own,
			...('components' in component && Array.isArray(component.components) ? customIds(component.components, [...path, 'components']) : []),
		];
	});
}

function version2Problems({ content, embeds, components }: MessagePayload): Problem[] {
	const legacy = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
	const all = allComponents(components ?? []);
	const text = all.reduce(
		(sum, component) => sum + ('content' in component && typeof component.content === 'string' ? component.content.length : 0),
		0,
	);
	const problems: Problem[] = [];
	if (content) problems.push(problem(['content'], legacy, 'The `content` field cannot be used with IS_COMPONENTS_V2.'));
	if (embeds?.length) problems.push(problem(['embeds'], legacy, 'The `embeds` field cannot be used with IS_COMPONENTS_V2.'));
	if (all.length > ALL_COMPONENTS)
		problems.push(problem(['components'], 'BASE_TYPE_MAX_LENGTH', `Must be ${ALL_COMPONENTS} or fewer in length.`));
	if (text > ALL_TEXT_DISPLAYS) {
		problems.push(problem(['components'], 'COMPONENT_TEXT_LENGTH', `The text of all components exceeds ${ALL_TEXT_DISPLAYS} characters.`));
	}
	return problems;
}

function allComponents(components: readonly object[]): object[] {
	return components.flatMap((component) => [
		component,
		...('components' in component && Array.isArray(component.components) ? allComponents(component.components) : []),
	]);
}
