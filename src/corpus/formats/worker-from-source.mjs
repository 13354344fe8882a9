// The thread where the program runs from its sources, in development and in tests: the build has the thread as JavaScript.
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
