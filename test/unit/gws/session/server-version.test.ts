import { describe, expect, it } from 'vitest';
import { HttpFailure } from '../../../../main/gws/http-port';
import type { ApiOutcome } from '../../../../main/gws/session/api-client';
import { readServerVersion } from '../../../../main/gws/session/server-version';

const read = (outcome: ApiOutcome) => readServerVersion({ send: () => Promise.resolve(outcome) });
const ok = (body: unknown): ApiOutcome => ({ kind: 'ok', body });

describe('readServerVersion', () => {
  it.each<readonly [string, ApiOutcome, string | null]>([
    ['the version', ok({ statusCode: 0, version: '8.5' }), '8.5'],
    ['the first sixty characters of it', ok({ statusCode: 0, version: 'v'.repeat(61) }), 'v'.repeat(60)],
    ['nothing, where there is none', ok({ statusCode: 0 }), null],
    ['nothing, where it is no text', ok({ statusCode: 0, version: 8 }), null],
    ['nothing, where credentials are required', { kind: 'notAuthenticated' }, null],
  ])('returns %s', async (_what, outcome, value) => {
    expect(await read(outcome)).toEqual({ ok: true, value });
  });

  it.each<readonly [string, ApiOutcome, string]>([
    ['a garbled body', { kind: 'garbled' }, 'server.notGenesys'],
    ['no such resource', { kind: 'notFound', serverMessage: '' }, 'server.notGenesys'],
    ['another object', ok({ hello: 1 }), 'server.notGenesys'],
    ['an empty body', ok(null), 'server.notGenesys'],
    ['a text', ok('hello'), 'server.notGenesys'],
    ['a busy server', { kind: 'busy', retryAfterMs: null, isLimit: true, isCertainlyNotDone: true }, 'server.busy'],
    ['no server', new HttpFailure('dns', true), 'server.notFound'],
  ])('says of %s what is wrong', async (_what, outcome, code) => {
    expect(await read(outcome)).toEqual({ ok: false, error: { code } });
  });
});
