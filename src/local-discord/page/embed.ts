import type { APIEmbed, APIEmbedField } from 'discord-api-types/v10';
import { make } from './dom.js';
import { ownAddress } from './files.js';
import { markdown, type Names, title } from './markdown/view.js';

const hex = (colour: number): string => `#${colour.toString(16).padStart(6, '0')}`;

/**
 * A picture of an embed. Only what this server holds is shown, and so nothing is fetched from elsewhere.
 * @param alternative what stands for the picture when it cannot be seen
 */
function picture(address: string, name: string, alternative: string, slot: string): HTMLElement {
	const own = ownAddress(address);
	if (own === undefined)
		return make('p', { class: 'elsewhere', slot }, `A picture from ${new URL(address).host}, not loaded: nothing leaves this machine.`);
	const image = make('img', { src: own, alt: alternative, loading: 'lazy', class: name });
	return make('a', { href: own, target: '_blank', rel: 'noopener', slot, class: `${name}-link` }, image);
}

/** Discord sets up to three inline fields beside each other. */
function columns(fields: readonly APIEmbedField[]): { field: APIEmbedField; column: number; of: number }[] {
	const placed: { field: APIEmbedField; column: number; of: number }[] = [];
	let row: APIEmbedField[] = [];
	const close = (): void => {
		for (const [index, field] of row.entries()) placed.push({ field, column: index + 1, of: row.length });
		row = [];
	};
	for (const field of fields) {
		if (!field.inline || row.length === 3) close();
		if (field.inline) row.push(field);
		else placed.push({ field, column: 1, of: 1 });
	}
	close();
	return placed;
}

/** An embed as Discord draws it. Titles and names are our own elements: the component would look for emoji on Discord's servers in them. */
export function embedView(embed: APIEmbed, names: Names): HTMLElement {
	const view = make('discord-embed', { slot: 'embeds', ...(embed.color !== undefined && { color: hex(embed.color) }) });
	if (embed.author) {
		const icon = ownAddress(embed.author.icon_url ?? '');
		const label = embed.author.url
			? make('a', { href: embed.author.url, target: '_blank', rel: 'noopener noreferrer' }, embed.author.name)
			: embed.author.name;
		view.append(make('div', { slot: 'description', class: 'embed-author' }, ...(icon ? [make('img', { src: icon, alt: '' })] : []), label));
	}
	if (embed.title) {
		const words = title(embed.title, names);
		const heading = embed.url ? [make('a', { href: embed.url, target: '_blank', rel: 'noopener noreferrer' }, ...words)] : words;
		view.append(make('div', { slot: 'description', class: 'embed-title', role: 'heading', 'aria-level': 3 }, ...heading));
	}
	if (embed.description) {
		view.append(make('discord-embed-description', { slot: 'description', class: 'markup' }, ...markdown(embed.description, names)));
	}
	if (embed.fields && embed.fields.length > 0) {
		view.append(
			make(
				'discord-embed-fields',
				{ slot: 'fields' },
				...columns(embed.fields).map(({ field, column, of }) =>
					make(
						'discord-embed-field',
						{ class: `markup column-${column}-of-${of}` },
						make('div', { class: 'field-name' }, ...title(field.name, names)),
						make('div', { class: 'field-value' }, ...markdown(field.value, names)),
					),
				),
			),
		);
	}
	const { image, thumbnail, title: about = 'Picture' } = embed;
	if (image) view.append(picture(image.url, 'embed-image', image.description ?? about, 'fields'));
	if (thumbnail) view.append(picture(thumbnail.url, 'embed-thumbnail', thumbnail.description ?? about, 'description'));
	if (embed.footer || embed.timestamp) view.append(footer(embed, names.locale));
	return view;
}

function footer(embed: APIEmbed, locale: string): HTMLElement {
	const icon = ownAddress(embed.footer?.icon_url ?? '');
	const time = embed.timestamp ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(embed.timestamp)) : undefined;
	const words = [embed.footer?.text, time].filter((part) => part !== undefined).join(' • ');
	return make(
		'discord-embed-footer',
		{ slot: 'footer', ...(icon && { 'footer-image': icon, 'footer-image-alt': '' }) },
		make('span', {}, words),
	);
}
