import { describe, expect, it } from 'vitest';
import { noFilter, filterAgents, groupsOf, orderAgents } from '../../../../renderer/features/agents/agent-filter';
import { seedAgent } from '../../../support/renderer/seed-floor';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const chat = { chatId: '1', medium: 'chat' as const, customerName: null, startedAt: null };
const marek = seedAgent('Marek Novák', { groups: ['Retention'], presence: 'notReady', chats: [chat] });
const ana = seedAgent('Ana Ruiz', { groups: ['Billing'], chats: [chat, chat] });
const zoe = seedAgent('Zoë Agent 10', { groups: ['Billing', 'Orders'], chats: null });
const zoeTwo = seedAgent('Zoë Agent 9', { groups: ['Orders'] });
const all = [zoe, marek, ana, zoeTwo];
const namesOf = (agents: readonly { name: string }[]): string[] => agents.map(({ name }) => name);
const nobody = (): boolean => false;

describe('finding agents', () => {
  it.each([
    ['novak', ['Marek Novák']],
    ['ZOE  orders', ['Zoë Agent 10', 'Zoë Agent 9']],
    ['ana.ruiz', ['Ana Ruiz']],
    ['billing 10', ['Zoë Agent 10']],
    ['nobody at all', []],
  ])('finds by "%s" without minding case and accents', (text, names) => {
    expect(namesOf(filterAgents(all, { ...noFilter, text }, nobody))).toEqual(names);
  });

  it('narrows by state, group and being watched together', () => {
    const filter = { text: '', presence: 'ready', group: 'Billing', isWatchedOnly: true } as const;
    expect(namesOf(filterAgents(all, filter, (id) => id !== ana.id))).toEqual(['Zoë Agent 10']);
  });

  it('names each group once, in order', () => {
    expect(groupsOf(all, collator)).toEqual(['Billing', 'Orders', 'Retention']);
  });
});

describe('ordering agents', () => {
  it('counts numbers in names as numbers', () => {
    expect(namesOf(orderAgents(all, { by: 'name', isReversed: false }, collator))).toEqual([
      'Ana Ruiz',
      'Marek Novák',
      'Zoë Agent 9',
      'Zoë Agent 10',
    ]);
  });

  it('puts the busiest first, those the server is silent about last', () => {
    expect(namesOf(orderAgents(all, { by: 'chats', isReversed: false }, collator))).toEqual([
      'Ana Ruiz',
      'Marek Novák',
      'Zoë Agent 9',
      'Zoë Agent 10',
    ]);
  });

  it('keeps ties in the order of names when reversed', () => {
    expect(namesOf(orderAgents(all, { by: 'presence', isReversed: true }, collator))).toEqual([
      'Marek Novák',
      'Ana Ruiz',
      'Zoë Agent 9',
      'Zoë Agent 10',
    ]);
  });
});
