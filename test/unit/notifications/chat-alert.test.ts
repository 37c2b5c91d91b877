import { describe, expect, it } from 'vitest';
import { ChatAlertDetector, isAlertEnabled } from '../../../main/notifications/chat-alert';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { chatOf, floorOf } from '../../support/electron/floor-pictures';

const started = { kind: 'started', chatId: '1', agentName: 'Ana Souza' } as const;

describe('ChatAlertDetector', () => {
  it('tells of a watched agent’s chat that begins, once', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([started]);
    expect(finder.find(floorOf({ chats: [chatOf({ mode: 'coach' })] }))).toEqual([]);
  });

  it('keeps quiet about what was going on before signing in', () => {
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

  it('tells of a chat that was taken away', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ chats: [chatOf()] }));
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'revoked' })] }))).toEqual([
      { ...started, kind: 'takenAway' },
    ]);
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'revoked' })] }))).toEqual([]);
  });

  it('tells of an invitation, and not again when it is accepted', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'invited' })] }))).toEqual([{ ...started, kind: 'invited' }]);
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([]);
  });

  it('tells of the one chat a watch was for, although the watch is used up by it', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ watches: [], chats: [chatOf()] }))).toEqual([started]);
  });

  it('waits until it is known whose chat it is', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf());
    expect(finder.find(floorOf({ chats: [chatOf({ agentId: null, agentName: null })] }))).toEqual([]);
    expect(finder.find(floorOf({ chats: [chatOf()] }))).toEqual([started]);
  });

  it('says nothing of a chat that ended in the ordinary way', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ chats: [chatOf()] }));
    expect(finder.find(floorOf({ chats: [chatOf({ state: 'finished' })] }))).toEqual([]);
  });

  it('says nothing of a chat of somebody who is not watched', () => {
    const finder = new ChatAlertDetector();
    finder.find(floorOf({ watches: [] }));
    expect(finder.find(floorOf({ watches: [], chats: [chatOf()] }))).toEqual([]);
  });
});

describe('isWanted', () => {
  it('leaves out the chat that is being looked at', () => {
    expect(isAlertEnabled(started, defaultSettings, true, 0)).toBe(false);
    expect(isAlertEnabled(started, defaultSettings, false, 0)).toBe(true);
  });

  it('obeys both switches', () => {
    expect(isAlertEnabled(started, { ...defaultSettings, notifyChatStarted: false }, false, 0)).toBe(false);
    expect(
      isAlertEnabled({ ...started, kind: 'takenAway' }, { ...defaultSettings, notifyChatTakenAway: false }, false, 0),
    ).toBe(false);
    expect(
      isAlertEnabled({ ...started, kind: 'takenAway' }, { ...defaultSettings, notifyChatStarted: false }, false, 0),
    ).toBe(true);
  });
});
