import { readConfig } from './config.js';

try {
	// The configuration comes first: it names files that the rooms read as they are loaded.
	const config = readConfig();
	const { start } = await import('./start.js');
	await start(config);
} catch (error) {
	process.stderr.write(`Drillbook cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
}
