import { describe, expect, it } from 'vitest';
import { stoppedPictureOf } from '../../../main/stopped-picture';
import type { PendingIntent } from '../../../preload/contract';
import { chatOf, connectionOf, floorOf } from '../../support/electron/floor-pictures';

const seen = [chatOf({ id: 'coached', mode: 'coach' }), chatOf({ id: 'barged', mode: 'bargeIn' })];

function steppingBackIn(chatId: string): PendingIntent {
  return { requestId: `r-${chatId}`, kind: 'monitor', chatId, agentId: null, phase: 'sending', since: 0 };
}

describe('stoppedPictureOf', () => {
  it('tells the connection as the tray does, in how many chats anybody sees the supervisor, and what is unsent', () => {
    const chats = [...seen, chatOf({ id: 'silent' }), chatOf({ id: 'over', mode: 'bargeIn', state: 'finished' })];
    expect(stoppedPictureOf(floorOf({ chats, connection: connectionOf('stale') }), 3)).toEqual({
      standing: 'Not up to date, visible in 2 chats',
      icon: 'visible',
      visibleCount: 2,
      isSteppingBack: false,
      draftCount: 3,
    });
  });

  it('is stepping back only once that was asked for in every one of them', () => {
    const isSteppingBack = (pending: readonly PendingIntent[]): boolean =>
      stoppedPictureOf(floorOf({ chats: seen, pending }), 0).isSteppingBack;
    expect(isSteppingBack([steppingBackIn('coached')])).toBe(false);
    expect(isSteppingBack([steppingBackIn('coached'), steppingBackIn('barged')])).toBe(true);
  });

  it('is not stepping back where nobody sees the supervisor', () => {
    expect(stoppedPictureOf(floorOf({ chats: [chatOf()] }), 0)).toMatchObject({
      visibleCount: 0,
      isSteppingBack: false,
    });
  });
});
