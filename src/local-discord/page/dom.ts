type Attribute = string | number | boolean | undefined | ((event: Event) => void);

/**
 * Makes an element. Attributes that are `false` or `undefined` are left out, `true` ones are empty, functions listen to the event they
 * are named after. Children that are strings become text, never markup.
 */
export function make<K extends keyof HTMLElementTagNameMap>(
	tag: K,
	attributes: Record<string, Attribute> = {},
	...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') element.addEventListener(name, value);
		else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : String(value));
	}
	element.append(...children);
	return element;
}

/** The element of the page with that id and of that kind. @throws Error when index.html lacks it */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
	const element = document.getElementById(id);
	if (!(element instanceof kind)) throw new Error(`index.html has no ${kind.name} with the id ${id}`);
	return element;
}

/** Puts exactly these children into a parent and touches only what differs, so that focus and scrolling stay. */
export function showChildren(parent: Element, wanted: readonly Node[]): void {
	const keep = new Set(wanted);
	for (const child of [...parent.childNodes]) if (!keep.has(child)) child.remove();
	for (const [index, child] of wanted.entries()) {
		const there = parent.childNodes[index];
		if (there !== child) parent.insertBefore(child, there ?? null);
	}
}
