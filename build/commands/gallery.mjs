/** `npm run gallery [-- --no-open]`: every component and every screen in a browser page, without Electron. */
import { runInNode } from '../run/run-script.mjs';

await runInNode('test/gallery/serve.ts');
