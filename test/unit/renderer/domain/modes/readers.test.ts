import { describe, expect, it } from 'vitest';
import { participant } from '../../../../support/renderer/seed-floor';
import { customersOf, readersOf, shortName } from '../../../../../renderer/domain/modes/readers';
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

describe('shortName', () => {
  it.each([
    ['Kim Delacroix', 'Kim'],
    ['T. Okafor', 'T. Okafor'],
    ['Customer 8812', 'Customer 8812'],
    ['يوسف الحداد', 'يوسف'],
    ['佐藤健', '佐藤健'],
    ["O'Neil Byrne", "O'Neil"],
    ['test_clientL', 'test_clientL'],
    ['  ', ''],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});
