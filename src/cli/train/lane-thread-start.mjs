import { register } from 'tsx/esm/api';

// A worker reads TypeScript as the command line does; it is not told so by itself.
register();
await import('./lane-thread.ts');
