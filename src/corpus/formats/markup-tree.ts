/** What is used here of the tree that linkedom builds: the project's own code has no types of a browser. */
export interface MarkupNode {
	readonly nodeType: number;
	readonly nodeName: string;
	readonly textContent: string | null;
	readonly childNodes: Iterable<MarkupNode>;
}

export interface MarkupElement extends MarkupNode {
	readonly tagName: string;
	readonly innerHTML: string;
	readonly children: Iterable<MarkupElement>;
	getAttribute(name: string): string | null;
	hasAttribute(name: string): boolean;
	querySelector(selector: string): MarkupElement | null;
	querySelectorAll(selector: string): Iterable<MarkupElement>;
	remove(): void;
}

export interface MarkupDocument {
	readonly body: MarkupElement;
	readonly documentElement: MarkupElement | null;
	querySelector(selector: string): MarkupElement | null;
	querySelectorAll(selector: string): Iterable<MarkupElement>;
}
