/** A function of a value that never changes, worked out once for each and kept as long as that value is. */
export function memoised<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
	const made = new WeakMap<Of, { readonly value: Made }>();
	return (of) => {
		const known = made.get(of) ?? { value: make(of) };
		made.set(of, known);
		return known.value;
	};
}
