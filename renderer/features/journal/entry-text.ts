import type { JournalEntry } from '../../../preload/contract';

/** What the sentence of a record needs from the window. */
export interface EntryWords {
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>, count?: number) => string;
  readonly agentName: (agentId: string) => string;
}

/** Returns the sentence of a record. Values come from the file, so an unknown one falls back to a neutral text. */
export function entryText({ kind, data }: JournalEntry, { t, agentName }: EntryWords): string {
  const text = (key: string): string => (typeof data[key] === 'string' ? data[key] : '');
  const mode = (): string => (text('mode') === '' ? t('journal.entry.modeUnknown') : t(`mode.${text('mode')}.name`));
  const entry = (name: string, values: Readonly<Record<string, string | number>> = {}): string =>
    t(`journal.entry.${name}`, values);
  switch (kind) {
    case 'act':
      return entry('act', { act: t(`journal.act.${text('act')}`) });
    case 'actSettled':
      return entry(data['error'] === null ? 'actConfirmed' : 'actFailed', { act: t(`journal.act.${text('act')}`) });
    case 'message': {
      const n = Number(data['textLength'] ?? 0);
      return t(`journal.entry.${text('to') === 'agents' ? 'messageToAgents' : 'messageToEveryone'}`, { n }, n);
    }
    case 'chatJoined':
    case 'chatMode':
      return entry(kind, { mode: mode() });
    case 'watch':
      return entry(kind, { agent: agentName(text('agent')), mode: mode() });
    case 'chatAgent':
    case 'watchEnded':
      return entry(kind, { agent: agentName(text('agent')) });
    case 'alertRaised':
    case 'alertEnded':
      return entry(kind, { rule: t(`attention.rule.${text('rule')}.name`) });
    case 'connection':
      return entry(text('phase') === 'live' ? 'live' : 'notLive');
    case 'budget':
      return t(`journal.entry.budget.${text('step')}`, { agent: agentName(text('agent')) });
    case 'recordsLost':
    case 'recordsNotKept':
      return entry(kind, { count: Number(data['count'] ?? 0) });
    case 'request':
    case 'requestFailed':
      return text('path'); // The page does not list requests; an export does.
    default:
      return entry(kind);
  }
}
