import { keepReadingsIn } from '../src/reader/reader.js';

keepReadingsIn(process.env['READINGS_DIR'] ?? '', (problem) => {
	throw new Error(problem);
});
