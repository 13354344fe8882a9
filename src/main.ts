import { readConfig } from './config.js';

try {
	const config = readConfig();
	// Loaded here, so that what fails while it loads is said in one line too.
	const { start } = await import('./start.js');
	await start(config);
} catch (error) {
	process.stderr.write(`Drillbook cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
	process.exit(1);
}
