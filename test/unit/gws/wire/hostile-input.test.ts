import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyResponse } from '../../../../main/gws/session/api-response';
import { readBayeuxMessages } from '../../../../main/gws/stream/bayeux-messages';
import { toAgent, toAgentChats } from '../../../../main/gws/translate/agent';
import { translateNotification } from '../../../../main/gws/translate/notification';
import { decodeAccount } from '../../../../main/gws/wire/account';
import { decodeContact, decodeContactPage } from '../../../../main/gws/wire/contact';
import { createQuarantine, shapeOf } from '../../../../main/gws/wire/quarantine';
import { QuietLog } from '../../../support/gws/quiet-log';

const quarantine = createQuarantine(new QuietLog().for('wire'));

/** Runs every decoder on a value. */
function lookAt(value: unknown): void {
  translateNotification(value, 0, quarantine);
  readBayeuxMessages(value);
  decodeAccount(value);
  decodeContactPage(value);
  toAgentChats([value], 'chat', quarantine);
  const contact = decodeContact(value);
  if (contact !== null) toAgent(contact, null);
  shapeOf(value);
}

const names = [
  'messageType',
  'notificationType',
  'chat',
  'messages',
  'participants',
  'userData',
  'id',
  'index',
  'from',
  'text',
  'state',
  'capabilities',
  'chatPath',
  'chatUri',
  'user',
  'roles',
  'settings',
  'features',
  'contacts',
  'availability',
  'channels',
  'channel',
  'advice',
  'interval',
  'timestamp',
  'timestampSeconds',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
];
const words = [
  'ChatStateChangeMessage',
  'MessageLogUpdated',
  'NewMessages',
  'StatusChange',
  'Error',
  'Text',
  'TypingStarted',
  'Agents',
  '/meta/connect',
  '__proto__',
  '',
  '\ud800',
  '\u202e',
  '9'.repeat(400),
  '2014-01-09 11:58:12.035+0200',
];

const { wild } = fc.letrec((tie) => ({
  wild: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(...words, null, true, 0, -1, 1e308, Number.MAX_SAFE_INTEGER + 2, 0.5),
    fc.string({ unit: 'binary' }),
    fc.array(tie('wild'), { maxLength: 5 }),
    fc.array(fc.tuple(fc.constantFrom(...names), tie('wild')), { maxLength: 8 }).map((pairs) => {
      // Like JSON.parse, which makes a field named __proto__ an own property.
      const text = `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
      return JSON.parse(text) as unknown;
    }),
  ),
}));

describe('hostile input', () => {
  it('rejects a value whose length is not a number, instead of throwing', () => {
    const length = { toString: null, valueOf: null };
    expect(decodeAccount({ user: { id: { length } } })).toBeNull();
    expect(decodeContact({ id: { length } })).toBeNull();
  });

  it('makes no decoder throw and changes no prototype', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(
      fc.property(wild, (value) => lookAt(value)),
      { numRuns: 3_000 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('keeps a field named __proto__ out of prototypes and in the data', () => {
    const frame = JSON.parse(
      '{"messageType":"ChatStateChangeMessage","chat":{"id":"c1","userData":{"__proto__":"x","polluted":"y"},"__proto__":{"state":"Chatting"}}}',
    ) as unknown;
    expect(translateNotification(frame, 0, quarantine)).toEqual([
      {
        type: 'chatUpdated',
        chat: {
          chatId: 'c1',
          medium: 'chat',
          customerData: [
            { key: '__proto__', value: 'x' },
            { key: 'polluted', value: 'y' },
          ],
        },
      },
    ]);
  });

  it('may be ten thousand levels deep or five million characters long without delay', () => {
    const deep = JSON.parse(`${'{"chat":'.repeat(10_000)}1${'}'.repeat(10_000)}`) as unknown;
    const slashes = '/'.repeat(5_000_000);
    const frames = [
      deep,
      { messageType: 'ChatStateChangeMessage', chat: deep },
      { messageType: 'MessageLogUpdated', chatPath: `${slashes}x`, messages: [] },
      {
        messageType: 'MessageLogUpdated',
        chatPath: '/chats/c1',
        messages: [{ index: 1, text: slashes, timestamp: ' '.repeat(5_000_000) }],
      },
      {
        messageType: 'ChatStateChangeMessage',
        notificationType: 'Error',
        errorMessage: ' '.repeat(5_000_000),
        chat: { id: 'c' },
      },
    ];
    const began = performance.now();
    for (const frame of frames) lookAt(frame);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('is classified whatever its status and body', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(
          fc.string(),
          wild.map((value) => JSON.stringify(value)),
        ),
        fc.option(fc.string()),
        fc.option(fc.string()),
        (status, text, retryAfter, date) => {
          const answer = classifyResponse({ status, text, retryAfter, date }, 0);
          expect(answer.kind).toBeTypeOf('string');
          if (answer.kind === 'busy' && answer.retryAfterMs !== null)
            expect(answer.retryAfterMs).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
