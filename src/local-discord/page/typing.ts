import { byId } from './dom.js';
import { type Memory, nameOf } from './memory.js';

/** So long a user counts as typing after saying so. */
const LASTS_MS = 10_000;

function sentence(names: readonly string[]): string {
	if (names.length === 0) return '';
	if (names.length > 3) return 'Several people are typing…';
	return `${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'} typing…`;
}

/** Says who is typing in the open channel. */
export function showTyping(memory: Memory): void {
	const now = Date.now();
	const names = memory.typing
		.filter((one) => one.channelId === memory.channelId && one.userId !== memory.memberId && now - one.since < LASTS_MS)
		.flatMap((one) => nameOf(memory, one.userId) ?? []);
	const line = byId('typing', HTMLParagraphElement);
	const words = sentence(names);
	if (line.textContent !== words) line.textContent = words;
}
