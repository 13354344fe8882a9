import { describe, expect, it } from 'vitest';
import { BadConfiguration, readConfig } from '../../src/config.js';
import { createLog } from '../../src/log.js';

describe('the configuration', () => {
	it.each([
		['auto', 'auto'],
		['0-3/16', { ids: [0, 1, 2, 3], of: 16 }],
		['15/16', { ids: [15], of: 16 }],
		['', undefined],
	])('reads SHARDS=%s', (written, shards) => {
		expect(readConfig({ SHARDS: written }).shards).toEqual(shards);
	});

	it.each(['4', '3-1/4', '0-4/4', 'all', '0-3/0', '-1/4', '0-99999/99999'])('refuses SHARDS=%s', (written) => {
		expect(() => readConfig({ SHARDS: written })).toThrow(BadConfiguration);
		expect(() => readConfig({ SHARDS: written })).toThrow(/^SHARDS must be auto, or shards of a number: 0-3\/16 or 4\/16$/);
	});

	it('names every variable that is wrong in one line', () => {
		const wrong = { OPERATIONS_PORT: '70000', MEMBER_QUESTIONS_PER_MINUTE: 'many', LOCAL_DISCORD_PORT: '0' };
		expect(() => readConfig(wrong)).toThrow(/^LOCAL_DISCORD_PORT .*; OPERATIONS_PORT .*; MEMBER_QUESTIONS_PER_MINUTE .*$/);
	});
});

describe('the log', () => {
	it('leaves out the token wherever it stands, and texts', () => {
		const lines: string[] = [];
		const log = createLog('info', ['MTIz.secret.token', ''], { write: (line) => void lines.push(line) });
		log.error(
			{ error: 'Request to /x?key=MTIz.secret.token failed', question: 'who hosted it?', token: 'another' },
			'with MTIz.secret.token',
		);
		expect(lines.join('')).not.toMatch(/secret\.token|who hosted|another/);
		expect(JSON.parse(lines.join(''))).toMatchObject({ msg: 'with [secret]', question: '[left out]' });
	});
});
