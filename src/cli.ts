import { readConfig } from './config.js';
import { BadUsage, readRequest, usage } from './terminal/usage.js';

try {
	const request = readRequest(process.argv.slice(2));
	if (request === 'help') process.stdout.write(`${usage}\n`);
	else {
		const config = readConfig();
		// Loaded here: help and bad usage do not wait for it.
		const { run } = await import('./terminal/run.js');
		process.exitCode = await run(request, config);
	}
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	process.stderr.write(error instanceof BadUsage ? `${message} See --help.\n` : `${message}\n`);
	process.exitCode = error instanceof BadUsage ? 2 : 1;
}
