import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { consoleForTest } from '../support/electron/console-test';

const mebibyte = 1024 * 1024;
/** What the program takes, and what the sockets on both sides hold beyond it. */
const maxTakenBytes = 16 * mebibyte + 16 * mebibyte;

interface Pouring {
  readonly url: string;
  /** The first answer is over: its reader has hung up, or a gibibyte has gone out. */
  readonly closed: Promise<void>;
  writtenBytes(): number;
}

/** A server that answers everything with blanks and does not stop. */
async function startPouring(): Promise<Pouring> {
  let writtenBytes = 0;
  const piece = Buffer.alloc(mebibyte, ' ');
  const pour = (response: ServerResponse): void => {
    if (response.destroyed) return;
    writtenBytes += piece.length;
    if (writtenBytes > 1024 * mebibyte) response.end();
    else if (response.write(piece)) setImmediate(pour, response);
    else response.once('drain', () => pour(response));
  };
  let resolve = (): void => undefined;
  const closed = new Promise<void>((closing) => {
    resolve = closing;
  });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.once('close', () => {
      resolve();
    });
    pour(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    closed,
    writtenBytes: () => writtenBytes,
  };
}

interface Counting {
  readonly url: string;
  readonly asked: string[];
}

/** A server that notes what it is asked for and answers with `answer`. */
async function startCounting(answer: (response: ServerResponse) => void): Promise<Counting> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

describe('an answer that leads to another server', () => {
  it('is not followed', async () => {
    const other = await startCounting((response) => response.end('{"statusCode":0}'));
    const first = await startCounting((response) => {
      response.writeHead(307, { Location: `${other.url}/api/v2/me` }).end();
    });
    const { page } = await consoleForTest();
    await page.getByLabel('Server address').fill(first.url);
    await page.getByLabel('Username').fill('supervisor');
    await page.getByLabel('Password', { exact: true }).fill('practice');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('but it isn’t Genesys Web Services').waitFor();
    expect(first.asked.length).toBeGreaterThan(0);
    expect(other.asked).toEqual([]);
  });
});

describe('an answer without an end', () => {
  it('is refused at sign-in, and its download ends', async () => {
    const pouring = await startPouring();
    const { page } = await consoleForTest();
    await page.getByLabel('Server address').fill(pouring.url);
    await page.getByLabel('Username').fill('supervisor');
    await page.getByLabel('Password', { exact: true }).fill('practice');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('but it isn’t Genesys Web Services').waitFor();
    await pouring.closed;
    expect(pouring.writtenBytes()).toBeGreaterThan(15 * mebibyte);
    expect(pouring.writtenBytes()).toBeLessThan(maxTakenBytes);
  });
});
