import { keepWorkIn } from '../src/store.js';

keepWorkIn(process.env['KEPT_DIR'] ?? '', (problem) => {
	throw new Error(problem);
});
