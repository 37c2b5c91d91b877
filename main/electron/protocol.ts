import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron/main';
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

/**
 * Serves the files of the window and the fallback page from `app://bundle/`, nothing else. Must follow `ready`.
 *
 * `protocol.handle` would load Node's `fetch` at every start, which takes main a tenth of its time until the window is there.
 */
export function serveBundle(rendererFolder: string, renderFallbackPage: () => string, log: Logger): void {
  const answer = async ({ method, url }: ProtocolRequest): Promise<ProtocolResponse> => {
    if (method !== 'GET' && method !== 'HEAD') return response(405, 'Only GET and HEAD are answered here.');
    if (url === fallbackPage) return response(200, renderFallbackPage(), typeOfFile('.html'));
    if (url === stoppedStyle) return response(200, stoppedPageCss, typeOfFile('.css'));
    const file = bundlePath(rendererFolder, url);
    const type = file === null ? null : typeOfFile(path.extname(file));
    if (file === null || type === null) {
      log.warn('request for a file outside the bundle');
      return response(404, 'There is no such file.');
    }
    try {
      const bytes = await readFile(file);
      return response(200, method === 'HEAD' ? '' : bytes, type);
    } catch (cause) {
      log.warn('bundle file could not be read', { cause });
      return response(404, 'There is no such file.');
    }
  };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is protocol.handle, see above
  protocol.registerBufferProtocol('app', (request, reply) => {
    void answer(request).then(reply);
  });
}

function response(statusCode: number, body: string | Buffer, type = typeOfFile('.txt')): ProtocolResponse {
  return {
    statusCode,
    headers: { ...responseHeaders, 'Content-Type': type ?? 'text/plain' },
    data: typeof body === 'string' ? Buffer.from(body) : body,
  };
}
