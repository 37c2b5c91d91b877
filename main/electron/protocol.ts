import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron/main';
import type { Logger } from '../base/log';
import { bundlePath } from '../shell/bundle-path';
import { responseHeaders, typeOfFile } from '../shell/content-policy';
import { fallbackPage, stoppedPageCss, stoppedStyle } from '../windows/fallback-page';

/**
 * Registers our scheme as a secure, standard origin for modules, storage and the content policy. Must precede `ready`.
 */
export function registerBundleScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true },
    },
  ]);
}

/** Serves the files of the window and the fallback page from `app://bundle/`, nothing else. Must follow `ready`. */
export function serveBundle(rendererFolder: string, renderFallbackPage: () => string, log: Logger): void {
  protocol.handle('app', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return respond(405, 'Only GET and HEAD are answered here.');
    }
    if (request.url === fallbackPage) {
      return respond(200, renderFallbackPage(), typeOfFile('.html'));
    }
    if (request.url === stoppedStyle) {
      return respond(200, stoppedPageCss, typeOfFile('.css'));
    }
    const file = bundlePath(rendererFolder, request.url);
    const type = file === null ? null : typeOfFile(path.extname(file));
    if (file === null || type === null) {
      log.warn('request for a file outside the bundle');
      return respond(404, 'There is no such file.');
    }
    try {
      const bytes = await readFile(file);
      return respond(200, request.method === 'HEAD' ? null : bytes, type);
    } catch (cause) {
      log.warn('bundle file could not be read', { cause });
      return respond(404, 'There is no such file.');
    }
  });
}

function respond(status: number, body: string | Uint8Array<ArrayBuffer> | null, type = typeOfFile('.txt')): Response {
  return new Response(body, { status, headers: { ...responseHeaders, 'Content-Type': type ?? 'text/plain' } });
}
