import { make } from './dom.js';

export interface MenuEntry {
	label: string;
	/** Stands under the label, smaller. */
	group?: string;
	choose(): void;
}

/** Opens a menu at a point of the window. Arrow keys move, Enter chooses, Escape closes and gives the focus back. */
export function openMenu(entries: readonly MenuEntry[], at: { x: number; y: number }): void {
	document.querySelector<HTMLElement>('.menu')?.remove();
	const before = document.activeElement;
	const close = (): void => {
		menu.remove();
		document.removeEventListener('pointerdown', closeOutside, true);
		if (before instanceof HTMLElement) before.focus();
	};
	const closeOutside = (event: Event): void => {
		if (event.target instanceof Node && !menu.contains(event.target)) close();
	};
	const items = entries.map((entry) =>
		make(
			'button',
			{
				type: 'button',
				role: 'menuitem',
				click: () => {
					close();
					entry.choose();
				},
			},
			...(entry.group ? [make('small', {}, entry.group)] : []),
			entry.label,
		),
	);
	const menu = make('div', { class: 'menu', role: 'menu' }, ...items);
	menu.addEventListener('keydown', (event) => {
		const index = items.findIndex((item) => item.matches(':focus'));
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined) items[(index + step + items.length) % items.length]?.focus();
		else if (event.key === 'Escape' || event.key === 'Tab') close();
		else return;
		event.preventDefault();
	});
	document.addEventListener('pointerdown', closeOutside, true);
	document.body.append(menu);
	menu.style.left = `${Math.max(8, Math.min(at.x, innerWidth - menu.offsetWidth - 8))}px`;
	menu.style.top = `${Math.max(8, Math.min(at.y, innerHeight - menu.offsetHeight - 8))}px`;
	items[0]?.focus();
}
