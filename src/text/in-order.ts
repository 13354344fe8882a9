/** Which of two strings comes first, by their code units: the same on every machine. For `sort`. */
export function inOrder(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
