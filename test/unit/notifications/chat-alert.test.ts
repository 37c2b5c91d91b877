import { describe, expect, it } from 'vitest';
import { alertHolds, alertLevel, ChatAlertDetector } from '../../../main/notifications/chat-alert';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';
import { attentionFor } from '../../support/renderer/attentive-floor';

const started = { kind: 'started', chatId: '1', agentName: 'Ana Souza' } as const;

describe('ChatAlertDetector', () => {
  it('reports a new chat of a watched agent once', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([started]);
    expect(finder.find(floorOf({ chats: [chatOf({ mode: 'coach' })] }))).toEqual([]);
  });

  it('ignores chats that were active at sign-in', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ session: { phase: 'signedOut' } }));
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([]);
  });

  it('forgets everything at sign-out', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    finder.find(floorOf({ session: { phase: 'signedOut' } }));
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([]);
  });

  it('reports a chat that was taken away', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ chats: [chatOf()] }));
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'revoked' })] }))).toEqual([
      { ...started, kind: 'takenAway' },
    ]);
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'revoked' })] }))).toEqual([]);
  });

  it('reports an invitation, and not its acceptance', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'invited' })] }))).toEqual([{ ...started, kind: 'invited' }]);
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([]);
  });

  it('reports the chat that consumes its nextChat watch', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ watches: [], chats: [chatOf()] }))).toEqual([started]);
  });

  it('waits until the agent of a chat is known', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf({ agentId: null, agentName: null })] }))).toEqual([]);
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([started]);
  });

  it('ignores a chat that ended normally', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ chats: [chatOf()] }));
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'finished' })] }))).toEqual([]);
  });

  it('ignores a chat of an unwatched agent', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ watches: [] }));
    expect(finder.find(floorOf({ watches: [], chats: [chatOf()] }))).toEqual([]);
  });
});

describe('alertLevel', () => {
  it('follows the switch of each kind', () => {
    const [noStart, noEnd] = [{ notifyChatStarted: false }, { notifyChatTakenAway: false }];
    const takenAway = { ...started, kind: 'takenAway' } as const;
    expect(alertLevel(started, defaultSettings, 0)).toBe('toast');
    expect(alertLevel(started, { ...defaultSettings, ...noStart }, 0)).toBe('off');
    expect(alertLevel(takenAway, { ...defaultSettings, ...noEnd }, 0)).toBe('off');
    expect(alertLevel(takenAway, { ...defaultSettings, ...noStart }, 0)).toBe('toast');
  });
});

describe('alertHolds', () => {
  it.each([
    ['started', 'active', true],
    ['started', 'revoked', false],
    ['invited', 'invited', true],
    ['invited', 'active', false],
    ['takenAway', 'revoked', true],
  ] as const)('of %s, with the chat %s: %s', (kind, state, expected) => {
    expect(alertHolds({ ...started, kind }, floorOf({ chats: [chatOf({ state })] }))).toBe(expected);
  });

  it('ends when the chat is gone or the reason is no longer hot', () => {
    const alert = { kind: 'needsYou', chatId: '1', agentName: null, rule: 'customerWaiting' } as const;
    const withReason = (severity: 'hot' | 'warm') => ({
      chats: [],
      attention: [attentionFor('1', { rule: 'customerWaiting', severity })],
    });
    expect(alertHolds(started, floorOf())).toBe(false);
    expect(alertHolds(alert, withReason('hot'))).toBe(true);
    expect(alertHolds(alert, withReason('warm'))).toBe(false);
  });
});
