import { describe, expect, it } from 'vitest';
import { ChatAlertDetector, isAlertEnabled } from '../../../main/notifications/chat-alert';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';

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

describe('isAlertEnabled', () => {
  it('returns false for the chat in focus', () => {
    expect(isAlertEnabled(started, defaultSettings, true, 0)).toBe(false);
    expect(isAlertEnabled(started, defaultSettings, false, 0)).toBe(true);
  });

  it('follows both switches', () => {
    expect(isAlertEnabled(started, { ...defaultSettings, notifyChatStarted: false }, false, 0)).toBe(false);
    expect(
      isAlertEnabled({ ...started, kind: 'takenAway' }, { ...defaultSettings, notifyChatTakenAway: false }, false, 0),
    ).toBe(false);
    expect(
      isAlertEnabled({ ...started, kind: 'takenAway' }, { ...defaultSettings, notifyChatStarted: false }, false, 0),
    ).toBe(true);
  });
});
