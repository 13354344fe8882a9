import { Locale } from 'discord-api-types/v10';
import { byId, make } from './dom.js';
import { avatarOf } from './files.js';
import type { Memory } from './memory.js';
import { changePreferences, readPreferences } from './preferences.js';

const THEMES = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** A language's name in that language. */
function languageName(locale: string): string {
	return new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale;
}

export function applyTheme(): void {
	document.documentElement.dataset['theme'] = readPreferences().theme;
}

function field(label: string, select: HTMLSelectElement): HTMLElement {
	return make('label', { class: 'setting' }, make('span', {}, label), select);
}

/** The panel in which one chooses as whom one speaks, in which language, and how the page looks. */
export function mountYou(onMember: (id: string) => void, onLocale: (locale: string) => void): (memory: Memory) => void {
	const panel = byId('you', HTMLDivElement);
	const avatar = make('img', { alt: '', class: 'avatar' });
	const members = make('select', { id: 'member', change: () => onMember(members.value) });
	const locales = make(
		'select',
		{ id: 'locale', change: () => onLocale(locales.value) },
		...Object.values(Locale).map((locale) => make('option', { value: locale }, languageName(locale))),
	);
	const themes = make('select', { id: 'theme' }, ...Object.entries(THEMES).map(([value, words]) => make('option', { value }, words)));
	themes.value = readPreferences().theme;
	themes.addEventListener('change', () => {
		const chosen = themes.value;
		changePreferences({ theme: chosen === 'light' || chosen === 'dark' ? chosen : 'system' });
		applyTheme();
	});
	panel.append(avatar, field('You speak as', members), field('Language', locales), field('Look', themes));

	return (memory) => {
		const known = memory.server.members.map(({ id, name }) => `${id} ${name}`).join();
		if (members.dataset['known'] !== known) {
			members.replaceChildren(...memory.server.members.map(({ id, name }) => make('option', { value: id }, name)));
			members.dataset['known'] = known;
		}
		members.value = memory.memberId;
		locales.value = memory.locale;
		avatar.src = avatarOf(memory.memberId);
	};
}
