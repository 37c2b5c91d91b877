import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron/main';
import type { Logger } from '../base/log';
import { bundlePath } from './bundle-path';
import { responseHeaders, typeOfFile } from './guards/content-policy';
import { fallbackPage, stoppedPageCss, stoppedStyle } from './fallback-page';

/** Before `ready`: makes our scheme a secure, standard origin, so that modules, storage and the content policy work in it. */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** After `ready`: serves the window's files and the plain page that stands in for them, and nothing else, from `app://bundle/`. */
export function serveBundle(rendererFolder: string, renderFallbackPage: () => string, log: Logger): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return answer(405, 'Only GET and HEAD are answered here.');
    }
    if (request.url === fallbackPage) {
      return answer(200, renderFallbackPage(), typeOfFile('.html'));
    }
    if (request.url === stoppedStyle) {
      return answer(200, stoppedPageCss, typeOfFile('.css'));
    }
    const file = bundlePath(rendererFolder, request.url);
    const type = file === null ? null : typeOfFile(path.extname(file));
    if (file === null || type === null) {
      log.warn('A file outside the bundle was asked for');
      return answer(404, 'There is no such file.');
    }
    try {
      const bytes = await readFile(file);
      return answer(200, request.method === 'HEAD' ? null : bytes, type);
    } catch (cause) {
      log.warn('A file of the bundle could not be read', { cause });
      return answer(404, 'There is no such file.');
    }
  });
}

function answer(status: number, body: string | Uint8Array<ArrayBuffer> | null, type = typeOfFile('.txt')): Response {
  return new Response(body, { status, headers: { ...responseHeaders, 'Content-Type': type ?? 'text/plain' } });
}
