import type { APIAttachment } from 'discord-api-types/v10';
import { make } from './dom.js';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

/** The address on this page's own server of a file that the server holds; undefined for what lies elsewhere. */
export function ownAddress(address: string): string | undefined {
	if (!URL.canParse(address, location.href)) return undefined;
	const { hostname, pathname } = new URL(address, location.href);
	return LOOPBACK.test(hostname) && /^\/(attachments|avatars)\//.test(pathname) ? pathname : undefined;
}

export const avatarOf = (userId: string): string => `/avatars/${userId}.svg`;

const isImage = (file: APIAttachment): boolean => /^image\/(png|jpeg|gif|webp)/.test(file.content_type ?? '');

function size(bytes: number): { bytes: string; unit: string } {
	if (bytes < 1024) return { bytes: String(bytes), unit: 'bytes' };
	if (bytes < 1024 * 1024) return { bytes: (bytes / 1024).toFixed(1), unit: 'KB' };
	return { bytes: (bytes / 1024 / 1024).toFixed(2), unit: 'MB' };
}

function fileView(file: APIAttachment): HTMLElement {
	const address = ownAddress(file.url);
	if (isImage(file)) {
		const image = make('img', { src: address, alt: file.description ?? file.filename, title: file.description, class: 'picture' });
		return make('a', { href: address, target: '_blank', rel: 'noopener' }, image);
	}
	const { bytes, unit } = size(file.size);
	return make('discord-file-attachment', {
		name: file.filename,
		bytes,
		'bytes-unit': unit,
		href: address,
		target: '_blank',
		rel: 'noopener',
	});
}

/** The files of a message: pictures shown, everything else to be downloaded. */
export const filesView = (files: readonly APIAttachment[]): HTMLElement =>
	make('discord-attachments', { slot: 'attachments' }, ...files.map(fileView));
