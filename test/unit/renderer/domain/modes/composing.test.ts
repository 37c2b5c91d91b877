import { describe, expect, it } from 'vitest';
import { actionsIn, participant } from '../../../../support/renderer/seed-floor';
import { maxMessageLength } from '../../../../../preload/contract/readers';
import {
  audienceOf,
  chatAsBegun,
  charactersLeft,
  composeBlock,
  placeFor,
  placeKey,
  whyHeld,
} from '../../../../../renderer/domain/modes/composing';
import type { ComposeRequest } from '../../../../../renderer/domain/modes/composing';
import { liveChat } from '../seeds';

const coached = liveChat({ mode: 'coach', allowedActions: actionsIn('coach') });

function block(changes: Partial<ComposeRequest>): string | null {
  const idle = { connection: 'live', isModeChanging: false, text: 'hello' } as const;
  return composeBlock({ chat: coached, audience: 'agents', ...idle, ...changes });
}

describe('audienceOf', () => {
  it('is everyone only in barge-in, and not even then for a whisper', () => {
    expect([
      audienceOf('coach', false),
      audienceOf('bargeIn', false),
      audienceOf('bargeIn', true),
      audienceOf('monitor', false),
    ]).toEqual(['agents', 'everyone', 'agents', 'agents']);
  });
});

describe('composeBlock', () => {
  it.each([
    [{}, null],
    [{ audience: 'everyone' as const }, 'notOffered'],
    [{ connection: 'stale' as const }, 'offline'],
    [{ isModeChanging: true }, 'modeChanging'],
    [{ chat: liveChat({ state: 'finished' as const }) }, 'ended'],
    [{ chat: liveChat({ mode: null }) }, 'modeUnknown'],
    [{ text: 'x'.repeat(16_000) }, null],
    [{ text: 'x'.repeat(16_001) }, 'tooLong'],
  ])('says what stands in the way (%#)', (changes, expected) => {
    expect(block(changes)).toBe(expected);
  });
});

describe('charactersLeft', () => {
  it('speaks up only near the end', () => {
    expect(
      [0, maxMessageLength - 1_001, maxMessageLength - 1_000, maxMessageLength + 2].map((length) =>
        charactersLeft('x'.repeat(length)),
      ),
    ).toEqual([null, null, 1_000, -2]);
  });
});

const kim = participant('customer', 'Kim', 'everyone');
const ana = participant('agent', 'Ana', 'everyone');
const ben = participant('agent', 'Ben', 'everyone');
const self = participant('self', 'Sam', 'agents');

describe('the place of a text', () => {
  const inMode = (mode: 'monitor' | 'coach' | 'bargeIn') => liveChat({ mode, participants: [kim, ben, ana, self] });

  it.each([
    ['monitor', 'agents', null],
    ['monitor', 'everyone', null],
    ['coach', 'agents', ['agent-ben', 'agent-ana']],
    ['coach', 'everyone', null],
    ['bargeIn', 'agents', ['agent-ben', 'agent-ana']],
    ['bargeIn', 'everyone', ['customer-kim', 'agent-ben', 'agent-ana']],
  ] as const)('in %s for %s has the readers %j', (mode, audience, readers) => {
    const place = placeFor(inMode(mode), audience);
    expect(place?.readers.map(({ participantId }) => participantId) ?? null).toEqual(readers);
  });

  it('does not exist in a chat that ended', () => {
    expect(placeFor({ ...inMode('bargeIn'), state: 'finished' }, 'everyone')).toBeNull();
  });

  it('is the same in whatever order the server lists the readers, and another for other readers', () => {
    const keyFor = (...participants: readonly (typeof kim)[]) => {
      const place = placeFor(liveChat({ mode: 'bargeIn', participants }), 'everyone');
      return place && placeKey(place);
    };
    expect(keyFor(kim, ana, ben)).toBe(keyFor(ben, kim, ana));
    expect(keyFor(kim, ana)).not.toBe(keyFor(kim, ana, ben));
  });
});

describe('chatAsBegun', () => {
  const begun = (audience: 'agents' | 'everyone', ...readers: readonly (typeof kim)[]) => ({
    ...{ chatId: 'chat-1', mode: 'bargeIn' as const, audience, sentAs: null, readers },
  });
  const namesIn = (place: ReturnType<typeof begun>) =>
    chatAsBegun(liveChat({ participants: [kim, ana] }), place).participants.map(({ nickname }) => nickname);

  it('lists the original readers, also those who left', () => {
    expect(namesIn(begun('everyone', kim, ben))).toEqual(['Kim', 'Ben']);
  });

  it('adds the customer, and no other, to a whisper', () => {
    expect(namesIn(begun('agents', ben))).toEqual(['Ben', 'Kim']);
  });

  it('is the chat itself if no reader was known', () => {
    expect(namesIn(begun('agents'))).toEqual(['Kim', 'Ana']);
  });
});

describe('whyHeld', () => {
  const place = { chatId: 'chat-1', mode: 'coach', audience: 'agents', sentAs: null, readers: [] } as const;
  const inCoach = liveChat({ mode: 'coach' });
  it.each([
    ['elsewhere', false, undefined],
    ['elsewhere', false, { ...inCoach, id: 'chat-2' }],
    ['ended', true, liveChat({ mode: null, state: 'finished' })],
    ['refused', true, liveChat({ mode: 'monitor' })],
    ['readers', true, inCoach],
    ['readers', false, inCoach],
    ['mode', false, liveChat({ mode: 'monitor' })],
  ])('is "%s" (waiting: %s, %#)', (reason, wasWaiting, chat) => {
    expect(whyHeld(place, wasWaiting, chat)).toBe(reason);
  });
});
