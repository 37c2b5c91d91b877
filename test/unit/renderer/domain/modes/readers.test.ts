import { describe, expect, it } from 'vitest';
import { participant } from '../../../../support/renderer/seed-floor';
import {
  agentsOf,
  customersOf,
  distinguish,
  partiesOf,
  readersOf,
  shortName,
  unlistedReaders,
} from '../../../../../renderer/domain/modes/readers';
import { liveChat } from '../seeds';

const namesOf = (readers: ReturnType<typeof readersOf>): (string | null)[] => readers.map(({ name }) => name);

describe('readersOf', () => {
  it('names the agent alone for a whisper and the customer too for everyone', () => {
    expect(namesOf(readersOf(liveChat(), 'agents'))).toEqual(['Ana']);
    expect(namesOf(readersOf(liveChat(), 'everyone'))).toEqual(['Kim', 'Ana']);
    expect(namesOf(customersOf(liveChat()))).toEqual(['Kim']);
  });

  it('names every agent and every other supervisor, seen or unseen, but never oneself', () => {
    const chat = liveChat({
      participants: [
        participant('customer', 'Kim', 'everyone'),
        participant('agent', 'Ana Ruiz', 'everyone'),
        participant('agent', 'Marek Novák', 'everyone'),
        participant('supervisor', 'Lena Ott', 'supervisors'),
        participant('self', 'Sam', 'everyone'),
      ],
    });
    expect(namesOf(readersOf(chat, 'agents'))).toEqual(['Ana', 'Marek', 'Lena']);
    expect(namesOf(readersOf(chat, 'everyone'))).toEqual(['Kim', 'Ana', 'Marek', 'Lena']);
  });

  it('names whom the server calls something unknown among those who read what everyone reads', () => {
    const chat = liveChat({
      participants: [
        participant('customer', 'Kim', 'everyone'),
        participant('agent', 'Ana Ruiz', 'everyone'),
        participant('other', 'Survey', 'everyone'),
      ],
    });
    expect(namesOf(readersOf(chat, 'everyone'))).toEqual(['Kim', 'Ana', 'Survey']);
    expect(namesOf(readersOf(chat, 'agents'))).toEqual(['Ana']);
  });

  it('keeps a reader even when nobody is named', () => {
    const chat = liveChat({ participants: [], agentName: null, customerName: null });
    expect(readersOf(chat, 'everyone')).toEqual([
      { kind: 'customer', name: null, isAmbiguous: false },
      { kind: 'agent', name: null, isAmbiguous: false },
    ]);
  });

  it('remembers who left', () => {
    expect(namesOf(readersOf(liveChat({ participants: [] }), 'everyone'))).toEqual(['Kim', 'Ana']);
  });

  it('uses full names where first names are the same', () => {
    const chat = liveChat({
      participants: [participant('customer', 'Ana Bell', 'everyone'), participant('agent', 'ANA Ruiz', 'everyone')],
    });
    expect(namesOf(readersOf(chat, 'everyone'))).toEqual(['Ana Bell', 'ANA Ruiz']);
    expect(namesOf(readersOf(chat, 'agents'))).toEqual(['ANA Ruiz']);
  });

  it('marks equal full names, even if their letters only look alike', () => {
    const chat = liveChat({
      participants: [
        participant('customer', 'Ana\u202e Ruiz', 'everyone'),
        participant('agent', 'Ana Ruiz', 'everyone'),
      ],
    });
    expect(readersOf(chat, 'agents')).toEqual([{ kind: 'agent', name: 'Ana Ruiz', isAmbiguous: true }]);
  });
});

describe('a name among others', () => {
  const both = [participant('customer', 'Ana Bell', 'everyone'), participant('agent', 'Ana Ruiz', 'everyone')];

  it('stays short among names that differ', () => {
    const chat = liveChat({ participants: [...both, participant('supervisor', 'Lena Ott', 'agents')] });
    const readers = readersOf(chat, 'everyone');
    expect(namesOf(readers)).toEqual(['Ana Bell', 'Ana Ruiz', 'Lena']);
    expect(readers.map(({ isAmbiguous }) => isAmbiguous)).toEqual([false, false, false]);
  });

  it('is whole where whole names are asked for', () => {
    expect(distinguish([{ kind: 'agent', name: 'Lena Ott' }], [], true)[0]?.name).toBe('Lena Ott');
  });

  it('is whole where the supervisor uses the same first name', () => {
    const chat = liveChat({ participants: [both[0]!, participant('self', 'Ana Koch', 'agents')] });
    expect(namesOf(customersOf(chat))).toEqual(['Ana Bell']);
    expect(namesOf(customersOf(liveChat({ participants: [both[0]!] }), ['Ana Koch']))).toEqual(['Ana Bell']);
    expect(namesOf(agentsOf(liveChat({ participants: [both[1]!] }), ['Ana Koch']))).toEqual(['Ana Ruiz']);
  });

  it('is quoted, never shortened, where it could be read as our text', () => {
    const chat = liveChat({ participants: [participant('customer', 'Kim. Nobody else reads this', 'everyone')] });
    expect(customersOf(chat)).toEqual([
      { kind: 'customer', name: 'Kim. Nobody else reads this', isAmbiguous: false, isSetOff: true },
    ]);
  });

  it('belongs to the parties of the chat: everyone in it once, and the supervisor by each name', () => {
    const chat = liveChat({
      participants: [...both, participant('other', 'Survey', 'everyone'), participant('self', 'Sam', 'agents')],
    });
    expect(partiesOf(chat).map(({ kind, name }) => `${kind} ${name ?? ''}`)).toEqual([
      ...['customer Ana Bell', 'agent Ana Ruiz', 'other Survey', 'self Sam'],
    ]);
    expect(partiesOf(chat, ['Sofia']).at(-1)).toEqual({ kind: 'self', name: 'Sofia' });
  });

  it('is none where only invisible characters were sent', () => {
    const chat = liveChat({ participants: [participant('agent', '\u200b\u2060', 'everyone')] });
    expect(readersOf(chat, 'agents')).toEqual([{ kind: 'agent', name: null, isAmbiguous: false }]);
  });
});

describe('unlistedReaders', () => {
  const kim = participant('customer', 'Kim', 'everyone');
  const ana = participant('agent', 'Ana', 'everyone');
  it.each([
    ['everyone', [ana, kim], 7],
    ['agents', [ana, kim], 0],
    ['agents', [ana], 7],
    ['everyone', [ana], 7],
  ] as const)('of %s counts participants that the list omits (%#)', (audience, participants, count) => {
    expect(unlistedReaders(liveChat({ participants, participantsLeftOut: 7 }), audience)).toBe(count);
    expect(unlistedReaders(liveChat({ participants }), audience)).toBe(0);
  });
});

describe('shortName', () => {
  it.each([
    ['Kim Delacroix', 'Kim'],
    ['T. Okafor', 'T. Okafor'],
    ['Customer 8812', 'Customer 8812'],
    ['يوسف الحداد', 'يوسف'],
    ['佐藤健', '佐藤健'],
    ["O'Neil Byrne", "O'Neil"],
    ['test_clientL', 'test_clientL'],
    ['Kim  Delacroix', 'Kim'],
    ['4Kim Delacroix', '4Kim Delacroix'],
    ['Kim! Delacroix', 'Kim! Delacroix'],
    ['Agent 7b', 'Agent 7b'],
    ['Kim v2', 'Kim'],
    ['  ', ''],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
