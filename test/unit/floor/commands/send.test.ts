import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/command-dispatcher';
import type { ConnectionState, Mode, Visibility } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import {
  activeChat,
  ada,
  chatUpdated,
  customer,
  entry,
  everyAction,
  messages,
  sofia,
} from '../../../support/floor/readings';

/** Sends a text composed for the current readers. */
const send = (bench: CommandBench, composedIn: Mode, text = 'Offer the refund.', requestId = 'r-1') =>
  bench.drafts.composed('agents', { requestId, chatId: 'chat-1', composedIn, text });
const sendToEveryone = (bench: CommandBench, composedIn: Mode, text = 'Hello.', requestId = 'r-1') =>
  bench.drafts.composed('everyone', { requestId, chatId: 'chat-1', composedIn, text });

const newBench = (visibility: Visibility): CommandBench =>
  new CommandBench(chatUpdated(activeChat(visibility)), messages([entry(1), entry(3)]));

const offline: ConnectionState = { phase: 'offline', reason: 'networkDown', lastSuccessAt: 1, nextAttemptAt: null };

describe('readers of a text', () => {
  const everyCombination = (['supervisors', 'agents', 'everyone'] as const).flatMap((visibility) =>
    (['monitor', 'coach', 'bargeIn'] as const).flatMap((composedIn) =>
      (['chats.sendToEveryone', 'chats.sendToAgents'] as const).map((command) => ({ visibility, composedIn, command })),
    ),
  );
  const allowed = [
    'agents coach chats.sendToAgents',
    'everyone bargeIn chats.sendToEveryone',
    'everyone bargeIn chats.sendToAgents',
  ];

  it.each(everyCombination)(
    'visible to $visibility, composed in $composedIn: $command',
    async ({ visibility, composedIn, command }) => {
      const bench = newBench(visibility);
      const compose = command === 'chats.sendToEveryone' ? sendToEveryone : send;
      const result = await bench.commands[command](compose(bench, composedIn));
      const isAllowed = allowed.includes(`${visibility} ${composedIn} ${command}`);
      expect(result.ok).toBe(isAllowed);
      expect(bench.centre.asked.map((asked) => `chats.${asked.what}`)).toEqual(isAllowed ? [command] : []);
    },
  );

  it('refuses a text when the confirmed mode differs from the composer’s', async () => {
    const bench = newBench('everyone');
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach'))).toEqual(fail('command.modeDiffers'));
  });

  it('refuses a text while a mode change is pending', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.coach']({ requestId: 'r-coach', chatId: 'chat-1' });
    expect(await bench.commands['chats.sendToEveryone'](sendToEveryone(bench, 'bargeIn'))).toEqual(
      fail('command.modeDiffers'),
    );
  });

  it('refuses a text when the mode is uncertain', async () => {
    const bench = new CommandBench(chatUpdated(activeChat('agents', { participants: [ada] })));
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach'))).toEqual(fail('command.modeDiffers'));
  });
});

describe('confirmation of a text', () => {
  it('succeeds when the text appears as an own entry to the same readers', async () => {
    const bench = newBench('agents');
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach', ' Offer  the\r\nrefund. '))).toEqual(done);
    const own = { from: sofia('agents'), visibility: 'agents', text: 'Offer the\nrefund.' } as const;
    const strangers = [
      entry(5, { ...own, from: ada }),
      entry(6, { ...own, visibility: 'everyone' }),
      entry(7, { ...own, kind: 'notice' }),
      entry(8, { ...own, from: { ...sofia('agents'), participantId: 'part-namesake', userId: null } }),
      entry(2, own),
    ];
    bench.floorStore.applyEvents([messages(strangers)]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted']);
    bench.floorStore.applyEvents([messages([entry(9, own)])]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('is unknown when the chat ends before the text appears', async () => {
    const bench = newBench('agents');
    await bench.commands['chats.sendToAgents'](send(bench, 'coach'));
    bench.floorStore.applyEvents([chatUpdated({ chatId: 'chat-1', state: 'revoked' })]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted']);
    bench.clock.advance(confirmWithinMs + giveUpAfterMs);
    expect(bench.story('r-1').at(-1)).toBe('command.outcomeUnknown');
    expect(bench.centre.asked).toHaveLength(1);
  });

  it.each([
    ['of blanks', () => newBench('agents'), ' \n\t ', 'command.emptyText'],
    ['of 16,001 characters', () => newBench('agents'), 'x'.repeat(16_001), 'input.invalid'],
    [
      'in a chat that is over',
      () => new CommandBench(chatUpdated(activeChat('agents', { state: 'finished' }))),
      'Hm',
      'command.chatGone',
    ],
    ['in an unknown chat', () => new CommandBench(), 'Hm', 'command.chatGone'],
    [
      'the server offers no way for',
      () => new CommandBench(chatUpdated(activeChat('agents', { allowedActions: ['leave'] }))),
      'Hm',
      'command.notOffered',
    ],
  ] as const)('%s is refused', async (_what, open, text, code) => {
    const bench = open();
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach', text))).toEqual(fail(code));
    expect(bench.centre.asked).toEqual([]);
  });

  it('is refused while the floor is stale', async () => {
    const bench = newBench('agents');
    bench.floorStore.connectionChanged(offline);
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach'))).toEqual(fail('command.notLive'));
  });
});

describe('typing', () => {
  it.each([
    ['agents', 'coach', 'agents'],
    ['everyone', 'bargeIn', 'everyone'],
    ['everyone', 'bargeIn', 'agents'],
  ] as const)('visible to %s, composed in %s, is sent to %s only', async (visibility, composedIn, to) => {
    const bench = newBench(visibility);
    expect(await bench.commands['chats.typing']({ chatId: 'chat-1', composedIn, to, isTyping: true })).toEqual(done);
    expect(bench.centre.asked).toEqual([
      { what: 'typing', request: { chatId: 'chat-1', audience: to, isTyping: true } },
    ]);
    expect(bench.changes).toEqual([]);
  });

  it.each([
    ['in monitor', 'supervisors', 'monitor', 'agents', everyAction, 'command.notOffered'],
    ['in another mode than composed', 'everyone', 'coach', 'agents', everyAction, 'command.modeDiffers'],
    ['to the customer while coaching', 'agents', 'coach', 'everyone', everyAction, 'command.modeDiffers'],
    ['where the server does not offer it', 'agents', 'coach', 'agents', ['sendToAgents'], 'command.notOffered'],
  ] as const)('is never sent %s', async (_where, visibility, composedIn, to, allowedActions, code) => {
    const bench = new CommandBench(chatUpdated(activeChat(visibility, { allowedActions })));
    expect(await bench.commands['chats.typing']({ chatId: 'chat-1', composedIn, to, isTyping: true })).toEqual(
      fail(code),
    );
    expect(bench.centre.asked).toEqual([]);
  });
});

describe('readers of a draft', () => {
  const ben = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' };

  it.each([
    ['somebody else would read it too', activeChat('agents', { participants: [ada, ben, customer, sofia('agents')] })],
    ['another agent took over', activeChat('agents', { participants: [ben, customer, sofia('agents')] })],
  ])('refuses a whisper when %s', async (_what, chatNow) => {
    const bench = newBench('agents');
    const whisper = send(bench, 'coach');
    bench.floorStore.applyEvents([chatUpdated(chatNow)]);
    expect(await bench.commands['chats.sendToAgents'](whisper)).toEqual(fail('command.readersDiffer'));
    expect(bench.centre.asked).toEqual([]);
  });

  it('ignores a changed name of a reader', async () => {
    const bench = newBench('agents');
    const whisper = send(bench, 'coach');
    const renamed = { ...ada, nickname: 'Ada L.' };
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('agents', { participants: [renamed, customer, sofia('agents')] })),
    ]);
    expect(await bench.commands['chats.sendToAgents'](whisper)).toEqual(done);
  });

  it('refuses a text whose draft was begun for other readers, whatever the window says', async () => {
    const bench = newBench('agents');
    const whisper = send(bench, 'coach');
    bench.floorStore.applyEvents([
      chatUpdated(activeChat('everyone', { participants: [ada, customer, sofia('everyone')] })),
    ]);
    const readers = bench.drafts.readers('chat-1', 'everyone');
    const drawn = { ...whisper, composedIn: 'bargeIn', readers } as const;
    expect(await bench.commands['chats.sendToEveryone'](drawn)).toEqual(fail('command.modeDiffers'));
    expect(await bench.commands['chats.sendToAgents']({ ...drawn, requestId: 'r-2' })).toEqual(
      fail('command.readersDiffer'),
    );
    const within = bench.drafts.composed('agents', {
      requestId: 'r-3',
      chatId: 'chat-1',
      composedIn: 'bargeIn',
      text: 'Hm',
    });
    expect(await bench.commands['chats.sendToEveryone']({ ...within, readers, requestId: 'r-4' })).toEqual(
      fail('command.readersDiffer'),
    );
    expect(bench.centre.asked).toEqual([]);
  });

  it('refuses a text of another chat or of an unknown draft', async () => {
    const bench = newBench('agents');
    const { draft } = bench.drafts.composed('agents', { ...send(bench, 'coach'), chatId: 'chat-2', requestId: 'r-0' });
    const whisper = send(bench, 'coach');
    for (const [place, number] of [draft, 999].entries()) {
      const request = { ...whisper, requestId: `r-${String(place + 5)}`, draft: number };
      expect(await bench.commands['chats.sendToAgents'](request)).toEqual(fail('command.readersDiffer'));
    }
    expect(bench.centre.asked).toEqual([]);
  });

  it('deletes the draft when the server accepts the text, and keeps it otherwise', async () => {
    const bench = newBench('agents');
    bench.centre.answerNext(fail('command.refused'));
    await bench.commands['chats.sendToAgents'](send(bench, 'coach'));
    expect(bench.drafts.keeper.stateFor('main').drafts).toHaveLength(1);
    await bench.commands['chats.sendToAgents'](send(bench, 'coach', 'Again.', 'r-2'));
    expect(bench.drafts.keeper.stateFor('main').drafts.map(({ text }) => text)).toEqual(['Offer the refund.']);
  });
});

describe('a text that the server stores differently', () => {
  const longText = `${'x'.repeat(4_100)} end`;
  it.each([
    ['escaped', 'A & B', 'A &amp; B'],
    ['with U+FFFD', 'a\u{1F600}b', 'a\uFFFDb'],
    ['without U+200B', 'a\u200Bb', 'ab'],
    ['in NFC', 'Cafe\u0301', 'Caf\u00E9'],
    ['cut', longText, longText.slice(0, 4_096)],
    ['with its emoji in words', '\u{1F44D}', ':+1:'],
    ['with other line breaks', ' Offer  the\r\nrefund. ', 'Offer the\nrefund.'],
  ])('succeeds when it appears %s', async (_how, text, stored) => {
    const bench = newBench('agents');
    await bench.commands['chats.sendToAgents'](send(bench, 'coach', text));
    bench.floorStore.applyEvents([messages([entry(5, { from: sofia('agents'), visibility: 'agents', text: stored })])]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('may have 16,000 characters', async () => {
    const bench = newBench('agents');
    expect(await bench.commands['chats.sendToAgents'](send(bench, 'coach', 'x'.repeat(16_000)))).toEqual(done);
  });
});
