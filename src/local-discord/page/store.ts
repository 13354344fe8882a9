/** One value that changes whole, and those who watch it. */
export interface Store<T> {
	get(): T;
	change(update: (now: T) => T): void;
	/** Calls the listener now and after every change. */
	watch(listener: (now: T) => void): void;
}

export function createStore<T>(first: T): Store<T> {
	let value = first;
	const listeners: ((now: T) => void)[] = [];
	return {
		get: () => value,
		change(update) {
			value = update(value);
			for (const listener of listeners) listener(value);
		},
		watch(listener) {
			listeners.push(listener);
			listener(value);
		},
	};
}
