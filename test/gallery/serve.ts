import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** Serves the gallery until the command is stopped; a change of a component shows at once. */
const server = await createServer({ configFile: fileURLToPath(new URL('./vite.config.ts', import.meta.url)) });
await server.listen();
const [address = ''] = server.resolvedUrls?.local ?? [];
process.stdout.write(`The gallery is at ${address}gallery/index.html (Ctrl C ends it).\n`);
