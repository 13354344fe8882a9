import * as z from 'zod';

const Preferences = z.object({
	memberName: z.string().optional(),
	channelId: z.string().optional(),
	locale: z.string().optional(),
	theme: z.enum(['system', 'light', 'dark']).default('system'),
});
export type Preferences = z.infer<typeof Preferences>;

const KEY = 'local-discord';

/** What this browser remembers; nothing that is unreadable keeps the page from starting. */
export function readPreferences(): Preferences {
	try {
		return Preferences.parse(JSON.parse(localStorage.getItem(KEY) ?? '{}'));
	} catch {
		return Preferences.parse({});
	}
}

export function changePreferences(change: Partial<Preferences>): void {
	try {
		localStorage.setItem(KEY, JSON.stringify({ ...readPreferences(), ...change }));
	} catch {
		// A browser that keeps nothing forgets the choice with the page.
	}
}
