import pino, { type DestinationStream, type Logger } from 'pino';

/** Names under which a text of a member, or a secret, could come into a line; what stands there is left out. */
const REDACTED = ['token', 'authorization', 'content', 'question', 'typed', 'options', 'customId', 'message.content', 'report.question'];

/**
 * The log: JSON, a line each, on standard error.
 * @param secrets never come into a line, wherever they stand in it
 */
export function createLog(level: string, secrets: readonly string[], destination: DestinationStream = pino.destination(2)): Logger {
	const hidden = secrets.filter((secret) => secret !== '');
	return pino(
		{
			level,
			base: null,
			redact: { paths: REDACTED, censor: '[left out]' },
			hooks: { streamWrite: (line) => hidden.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line) },
		},
		destination,
	);
}
