import { expect, test } from 'vitest';
import { createIds } from '../../../../main/practice/chance/ids';
import { seededRandom } from '../../../../main/practice/chance/seeded-random';
import { CentreState } from '../../../../main/practice/contact-centre/centre-state';
import { createChat } from '../../../../main/practice/contact-centre/joining';
import { finishIfAbandoned } from '../../../../main/practice/contact-centre/leaving';
import { VirtualClock } from '../../../support/virtual-clock';

const emptyOutbox = {
  chatChanged: () => undefined,
  messagesLogged: () => undefined,
  operationFailed: () => undefined,
  channelsChanged: () => undefined,
  contentRead: () => undefined,
  historyRead: () => undefined,
};

function openCentre(): CentreState {
  const ids = createIds(seededRandom(1));
  return new CentreState({ clock: new VirtualClock(), ids, outbox: emptyOutbox }, []);
}

const arrival = {
  customer: { firstName: 'Robin', lastName: 'Vale' },
  nickname: 'Robin',
  language: 'en',
  subject: 'A question',
  userData: {},
};

test('forgets the oldest finished chats, never running ones', () => {
  const centre = openCentre();
  const chats = Array.from({ length: 6 }, () => createChat(centre, arrival));
  chats.forEach((chat, position) => {
    if (position !== 0) finishIfAbandoned(centre, chat);
  });
  centre.forgetOldest(2);
  expect([...centre.chats.keys()]).toEqual([chats[0]?.id, chats[4]?.id, chats[5]?.id]);
});

test('creates ids in the documented shape without repetition', () => {
  const ids = createIds(seededRandom(3));
  expect(ids.userId()).toMatch(/^[0-9a-f]{32}$/);
  expect(ids.participantId()).toMatch(/^[0-9A-F]{16}$/);
  expect(ids.chatId()).toMatch(/^[0-9A-Za-z]{16}$/);
  expect(new Set(Array.from({ length: 5000 }, () => ids.chatId())).size).toBe(5000);
});

test('increments reference ids', () => {
  const centre = openCentre();
  expect([centre.nextReferenceId(), centre.nextReferenceId()]).toEqual([1, 2]);
});
