import { describe, expect, it } from 'vitest';
import { actionsIn } from '../../../../support/renderer/seed-floor';
import { maxMessageLength } from '../../../../../preload/contract/readers';
import { audienceOf, charactersLeft, composeBlock } from '../../../../../renderer/domain/modes/composing';
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
