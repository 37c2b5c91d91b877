import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import type { EntryUpdate } from '../../../../main/floor/events';
import { CommandBench } from '../../../support/floor/command-bench';
import { operationBench, report } from '../../../support/floor/operation-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages, sofia } from '../../../support/floor/readings';

const requestId = 'r-1';
const chatId = 'chat-1';
const readers = [ada.participantId, customer.participantId];
const own: Partial<EntryUpdate> = { from: sofia('everyone'), visibility: 'everyone', text: 'Hello' };
const arrives = (bench: CommandBench, index: number, more: Partial<EntryUpdate> = {}): void =>
  bench.floorStore.applyEvents([messages([entry(index, { ...own, ...more })])]);

/** A chat whose text to everyone the server accepted, with the three entries it had before. */
async function benchWithText(): Promise<CommandBench> {
  const bench = new CommandBench(chatUpdated(activeChat('everyone')), messages([entry(1), entry(3), entry(5, own)]));
  const text = bench.drafts.composed('everyone', { requestId, chatId, composedIn: 'bargeIn', text: 'Hello' });
  expect(await bench.commands['chats.sendToEveryone'](text)).toEqual(done);
  return bench;
}

describe('the entry that confirms a text', () => {
  it('is not one that was there before, or that is older', async () => {
    const bench = await benchWithText();
    arrives(bench, 4);
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    arrives(bench, 6);
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('is of a participant that the supervisor is now, not of one from an earlier join', async () => {
    const bench = await benchWithText();
    report(bench, { participants: [ada, customer, sofia('everyone'), sofia('everyone', 'part-second')] });
    arrives(bench, 6, { from: sofia('everyone', 'part-earlier') });
    expect(bench.story(requestId).at(-1)).toBe('accepted');
    arrives(bench, 7, { from: sofia('everyone', 'part-second') });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('counts also after the supervisor left the chat, if it is their own', async () => {
    const bench = await benchWithText();
    report(bench, { participants: [ada, customer] });
    arrives(bench, 6, { from: ada });
    expect(bench.story(requestId).at(-1)).toBe('accepted');
    arrives(bench, 7);
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });
});

describe('the entry that confirms a notice', () => {
  it.each(['notice', 'customNotice'] as const)('is a %s, not a text', async (kind) => {
    const bench = operationBench();
    const notice = { requestId, chatId, composedIn: 'bargeIn', readers, text: 'Hello' } as const;
    expect(await bench.commands['chats.sendNoticeToEveryone'](notice)).toEqual(done);
    arrives(bench, 5);
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    arrives(bench, 6, { kind });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });
});

describe('a web address', () => {
  const link = { requestId, chatId, composedIn: 'bargeIn', readers, url: 'https://example.com/a' } as const;

  it('is confirmed only by the same address, shown as one', async () => {
    const bench = operationBench();
    await bench.commands['chats.pushUrl'](link);
    arrives(bench, 5, { text: link.url });
    arrives(bench, 6, { kind: 'url', text: 'https://example.com/b' });
    arrives(bench, 7, { kind: 'url', text: 'no address' });
    expect(bench.story(requestId)).toEqual(['sending', 'accepted']);
    arrives(bench, 8, { kind: 'url', text: link.url });
    expect(bench.story(requestId).at(-1)).toBe('settled');
  });

  it('may have blanks of any kind around it', async () => {
    const bench = operationBench();
    expect(await bench.commands['chats.pushUrl']({ ...link, url: `\u00A0${link.url}\u00A0` })).toEqual(done);
    expect(bench.centre.asked).toMatchObject([{ request: { url: link.url } }]);
  });

  it.each(['https://someone@example.com/', 'https://:secret@example.com/'])('%s is refused', async (url) => {
    const bench = operationBench();
    expect(await bench.commands['chats.pushUrl']({ ...link, url })).toEqual(fail('link.refused'));
    expect(bench.centre.asked).toEqual([]);
  });

  it('composed for the agents is not offered, or of another mode once the coaching ended', async () => {
    const [coaching, monitoring] = [operationBench('agents'), operationBench('supervisors')];
    const composed = { ...link, composedIn: 'coach' } as const;
    expect(await coaching.commands['chats.pushUrl'](composed)).toEqual(fail('command.notOffered'));
    expect(await monitoring.commands['chats.pushUrl'](composed)).toEqual(fail('command.modeDiffers'));
  });
});

describe('a draft', () => {
  const composed = { requestId, chatId, composedIn: 'bargeIn', text: 'Hello' } as const;
  const ben = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' };

  it('is sent once, whichever window asks', async () => {
    const bench = new CommandBench(chatUpdated(activeChat('everyone')));
    const text = bench.drafts.composed('everyone', composed);
    bench.centre.hold();
    const first = bench.commands['chats.sendToEveryone'](text);
    const again = bench.commands['chats.sendToEveryone']({ ...text, requestId: 'r-2' });
    expect(await again).toEqual(fail('command.alreadyPending'));
    bench.centre.release();
    expect([await first, bench.centre.asked.length]).toEqual([done, 1]);
  });

  it('is not sent in another chat that the same people read', async () => {
    const bench = new CommandBench(
      chatUpdated(activeChat('everyone')),
      chatUpdated(activeChat('everyone', { chatId: 'chat-2' })),
    );
    const text = bench.drafts.composed('everyone', composed);
    expect(await bench.commands['chats.sendToEveryone']({ ...text, chatId: 'chat-2' })).toEqual(
      fail('command.readersDiffer'),
    );
    expect(bench.centre.asked).toEqual([]);
  });

  it('begun for the agents is not sent to everyone, though the same people read it', async () => {
    const bench = new CommandBench(chatUpdated(activeChat('everyone', { participants: [ada, sofia('everyone')] })));
    const whisper = bench.drafts.composed('agents', composed);
    expect(whisper.readers).toEqual(bench.drafts.readers(chatId, 'everyone'));
    expect(await bench.commands['chats.sendToEveryone'](whisper)).toEqual(fail('command.readersDiffer'));
    expect(bench.centre.asked).toEqual([]);
  });

  it('is not sent to somebody who joined later, though the window names them', async () => {
    const bench = new CommandBench(chatUpdated(activeChat('everyone')));
    const text = bench.drafts.composed('everyone', composed);
    report(bench, { participants: [ada, ben, customer, sofia('everyone')] });
    const asNow = { ...text, readers: bench.drafts.readers(chatId, 'everyone') };
    expect(await bench.commands['chats.sendToEveryone'](asNow)).toEqual(fail('command.readersDiffer'));
    expect(bench.centre.asked).toEqual([]);
  });

  it('composed while monitoring is not offered', async () => {
    const bench = new CommandBench(chatUpdated(activeChat('supervisors')));
    const text = bench.drafts.composed('agents', { ...composed, composedIn: 'monitor' });
    expect(await bench.commands['chats.sendToAgents'](text)).toEqual(fail('command.notOffered'));
  });

  it('is sent while the mode changes in another chat', async () => {
    const bench = new CommandBench(
      chatUpdated(activeChat('everyone')),
      chatUpdated(activeChat('supervisors', { chatId: 'chat-2' })),
    );
    await bench.commands['chats.coach']({ requestId: 'r-coach', chatId: 'chat-2' });
    const text = bench.drafts.composed('everyone', composed);
    expect(await bench.commands['chats.sendToEveryone'](text)).toEqual(done);
  });
});

describe('a typing indicator', () => {
  it.each([
    ['everyone', 'typeToEveryone', 'typeToAgents'],
    ['agents', 'typeToAgents', 'typeToEveryone'],
  ] as const)('to %s requires the offer of %s', async (to, action, other) => {
    const typing = { chatId, composedIn: 'bargeIn', to, isTyping: true } as const;
    const [offered, refused] = [[action], [other]].map(
      (allowedActions) => new CommandBench(chatUpdated(activeChat('everyone', { allowedActions }))),
    );
    expect(await offered?.commands['chats.typing'](typing)).toEqual(done);
    expect(await refused?.commands['chats.typing'](typing)).toEqual(fail('command.notOffered'));
  });
});
