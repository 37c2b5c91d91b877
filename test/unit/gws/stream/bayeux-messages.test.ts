import { describe, expect, it } from 'vitest';
import { agreesToAcknowledge, readBayeuxMessages } from '../../../../main/gws/stream/bayeux-messages';

describe('readBayeuxMessages', () => {
  it('returns those of a list that have a channel, and a single one', () => {
    const message = { channel: '/meta/connect', successful: true };
    expect(readBayeuxMessages([message, { channel: 7 }, null, 'text', {}])).toEqual([
      { ...message, advice: undefined },
    ]);
    expect(readBayeuxMessages(message)).toEqual([{ ...message, advice: undefined }]);
  });

  it.each([[null], ['text'], [7], [[]], [[{ id: 1 }]], [{ hello: 1 }]])('finds none in %j', (body) => {
    expect(readBayeuxMessages(body)).toBeNull();
  });

  it.each([
    [
      'what the library understands',
      { reconnect: 'retry', interval: 5, timeout: 6, maxInterval: 7 },
      { reconnect: 'retry', interval: 5, timeout: 6, maxInterval: 7 },
    ],
    ['a new handshake', { reconnect: 'handshake' }, { reconnect: 'handshake' }],
    ['to stop', { reconnect: 'none' }, { reconnect: 'none' }],
    ['nothing for an unknown word', { reconnect: 'later' }, {}],
    ['to stop for a negative interval', { reconnect: 'retry', interval: -1 }, { reconnect: 'none', interval: 0 }],
    ['no wait of zero as a stop', { reconnect: 'retry', interval: 0 }, { reconnect: 'retry', interval: 0 }],
    ['half a minute of a longer interval', { interval: 30_001 }, { interval: 30_000 }],
    [
      'ten minutes of a longer time',
      { timeout: 600_001, maxInterval: 900_000 },
      { timeout: 600_000, maxInterval: 600_000 },
    ],
    ['no text and no endless number', { interval: '5', timeout: Infinity, maxInterval: Number.NaN }, {}],
    ['several clients', { 'multiple-clients': true }, { 'multiple-clients': true }],
    ['no several clients in words', { 'multiple-clients': 'true', other: 1 }, {}],
  ])('takes from the advice %s', (_what, advice, expected) => {
    expect(readBayeuxMessages([{ channel: '/meta/connect', advice }])?.[0]?.advice).toEqual(expected);
  });
});

describe('agreesToAcknowledge', () => {
  it.each([
    [{ ack: true }, true],
    [{ ack: { enabled: true } }, true],
    [{ ack: { enabled: false } }, false],
    [{ ack: {} }, false],
    [{ ack: null }, false],
    [{ ack: false }, false],
    [{ ack: 7 }, false],
    [{}, false],
    [undefined, false],
  ])('of %j is %s', (ext, expected) => {
    expect(agreesToAcknowledge(ext)).toBe(expected);
  });
});
