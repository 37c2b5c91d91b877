import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import { confirmWithinMs, giveUpAfterMs } from '../../../../main/floor/commands/intent-desk';
import type { ConnectionState, Mode, Visibility } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, ada, chatRead, entry, everyAction, messages, sofia } from '../../../support/floor/readings';

const send = (composedIn: Mode, text = 'Offer the refund.', requestId = 'r-1') =>
  ({ requestId, chatId: 'chat-1', composedIn, text }) as const;

const newBench = (visibility: Visibility): CommandBench =>
  new CommandBench(chatRead(activeChat(visibility)), messages([entry(1), entry(3)]));

const offline: ConnectionState = { phase: 'offline', reason: 'networkDown', lastGoodAt: 1, nextAttemptAt: null };

describe('who reads what is sent', () => {
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
    'seen by $visibility, composed in $composedIn: $command',
    async ({ visibility, composedIn, command }) => {
      const bench = newBench(visibility);
      const result = await bench.commands[command](send(composedIn));
      const isAllowed = allowed.includes(`${visibility} ${composedIn} ${command}`);
      expect(result.ok).toBe(isAllowed);
      expect(bench.centre.asked.map((asked) => `chats.${asked.what}`)).toEqual(isAllowed ? [command] : []);
    },
  );

  it('is refused when the confirmed mode is another than that of the composer', async () => {
    expect(await newBench('everyone').commands['chats.sendToAgents'](send('coach'))).toEqual(
      fail('command.modeDiffers'),
    );
  });

  it('is refused while a change of mode is under way', async () => {
    const bench = newBench('everyone');
    await bench.commands['chats.coach']({ requestId: 'r-coach', chatId: 'chat-1' });
    expect(await bench.commands['chats.sendToEveryone'](send('bargeIn'))).toEqual(fail('command.modeDiffers'));
  });

  it('is refused when the mode is not known for certain', async () => {
    const bench = new CommandBench(chatRead(activeChat('agents', { participants: [ada] })));
    expect(await bench.commands['chats.sendToAgents'](send('coach'))).toEqual(fail('command.modeDiffers'));
  });
});

describe('a text', () => {
  it('is over when it appears in the transcript as our own, to the same readers', async () => {
    const bench = newBench('agents');
    expect(await bench.commands['chats.sendToAgents'](send('coach', ' Offer  the\r\nrefund. '))).toEqual(done);
    const own = { from: sofia('agents'), visibility: 'agents', text: 'Offer the\nrefund.' } as const;
    const strangers = [
      entry(5, { ...own, from: ada }),
      entry(6, { ...own, visibility: 'everyone' }),
      entry(7, { ...own, text: 'Offer' }),
      entry(2, own),
    ];
    bench.truth.eventsHappened([messages(strangers)]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted']);
    bench.truth.eventsHappened([messages([entry(8, own)])]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted', 'settled']);
  });

  it('whose chat ends before it appears is of unknown outcome, not undone', async () => {
    const bench = newBench('agents');
    await bench.commands['chats.sendToAgents'](send('coach'));
    bench.truth.eventsHappened([chatRead({ chatId: 'chat-1', state: 'revoked' })]);
    expect(bench.story('r-1')).toEqual(['sending', 'accepted']);
    bench.clock.advance(confirmWithinMs + giveUpAfterMs);
    expect(bench.story('r-1').at(-1)).toBe('command.outcomeUnknown');
    expect(bench.centre.asked).toHaveLength(1);
  });

  it.each([
    ['of blanks', () => newBench('agents'), send('coach', ' \n\t '), 'command.emptyText'],
    [
      'in a chat that is over',
      () => new CommandBench(chatRead(activeChat('agents', { state: 'finished' }))),
      send('coach'),
      'command.chatGone',
    ],
    ['in a chat never heard of', () => new CommandBench(), send('coach'), 'command.chatGone'],
    [
      'the server offers no way for',
      () => new CommandBench(chatRead(activeChat('agents', { can: ['leave'] }))),
      send('coach'),
      'command.notOffered',
    ],
  ] as const)('%s is refused', async (_what, bench, request, code) => {
    expect(await bench().commands['chats.sendToAgents'](request)).toEqual(fail(code));
  });

  it('is refused while the floor is known to be out of date', async () => {
    const bench = newBench('agents');
    bench.truth.connectionChanged(offline);
    expect(await bench.commands['chats.sendToAgents'](send('coach'))).toEqual(fail('command.chatStale'));
  });
});

describe('typing', () => {
  it.each([
    ['agents', 'coach', 'agents'],
    ['everyone', 'bargeIn', 'everyone'],
    ['everyone', 'bargeIn', 'agents'],
  ] as const)('seen by %s, composed in %s, is told to %s alone', async (visibility, composedIn, to) => {
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
  ] as const)('is never told %s', async (_where, visibility, composedIn, to, can, code) => {
    const bench = new CommandBench(chatRead(activeChat(visibility, { can })));
    expect(await bench.commands['chats.typing']({ chatId: 'chat-1', composedIn, to, isTyping: true })).toEqual(
      fail(code),
    );
    expect(bench.centre.asked).toEqual([]);
  });
});
