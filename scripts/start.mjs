// `npm start`: installs what is missing, builds the page and serves it.
import { ensurePackages } from './install.mjs';

ensurePackages();
await import('../src/policy/embedded/kernel/build.mjs'); // builds as it loads
const { build, preview } = await import('vite');
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 5173, open: process.stdout.isTTY } });
console.log('\nSecond Thought is ready:');
server.printUrls();
console.log('\n  Stop it with Ctrl+C. For development with live reload: npm run dev');
