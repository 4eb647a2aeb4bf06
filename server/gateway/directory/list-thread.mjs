import { register } from 'tsx/esm/api';

// Node.js 20 does not take `--import tsx` over into a thread.
register();
await import('./list-thread.ts');
