// Threads do not inherit tsx: it is registered here first.
import { register } from 'tsx/esm/api';

register();
await import('./pool-thread.ts');
