import { dequal } from 'dequal';
import type { CrashDumpSummary, PolicyState, SessionState, Settings } from '../../preload/contract';
import { settingRecords } from '../../preload/contract/setting-records';
import { settingSource } from '../../preload/contract/setting-source';
import type { ConnectionMoment } from './connection-history';

/** What the diagnostics are made of. It holds no name of a person, no text of a chat and no address beyond the host. */
export interface DiagnosticFacts {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Versions and properties of program and computer, in this order, e.g. `['Electron', '45.4.1']`. */
  readonly versions: readonly (readonly [name: string, value: string])[];
  readonly session: SessionState;
  readonly counters: readonly (readonly [name: string, value: number])[];
  readonly settings: Settings;
  readonly policy: Pick<PolicyState, 'source' | 'locked' | 'problems'>;
  readonly connection: readonly ConnectionMoment[];
  /** `null`: they cannot be read. */
  readonly crashDumps: CrashDumpSummary | null;
  /** Redacted, oldest first. */
  readonly logLines: readonly string[];
}

/**
 * Returns the diagnostics as the plain text that is shown, copied and saved. It is English whatever the language of the
 * window, because support reads it.
 */
export function diagnosticsText(facts: DiagnosticFacts): string {
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [`Sightline diagnostics, ${iso(facts.now)}`, facts.versions.map(([name, value]) => `${name}: ${value}`)],
    ['Session', sessionLines(facts.session)],
    ['Counters', facts.counters.map(([name, value]) => `${name}: ${value}`)],
    ['Settings', settingLines(facts)],
    ['Policy', policyLines(facts.policy)],
    ['Crash dumps', crashLines(facts.crashDumps)],
    ['Connection', facts.connection.map(({ at, phase, reason }) => `${iso(at)} ${phase} (${reason})`)],
    ['Log', facts.logLines],
  ];
  return sections.map(([title, lines]) => [`== ${title}`, ...orNone(lines), ''].join('\n')).join('\n');
}

function iso(at: number): string {
  return new Date(at).toISOString();
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['none'] : lines;
}

function sessionLines(session: SessionState): readonly string[] {
  if (session.phase !== 'signedIn') return [`phase: ${session.phase}`];
  const { isPractice, serverName, serverVersion } = session.who;
  return [
    `phase: ${session.phase}`,
    `server: ${isPractice ? 'practice floor' : (serverName ?? 'not known')}`,
    `server version: ${serverVersion ?? 'not known'}`,
  ];
}

/** A setting with parts can hold names and phrases, so only whether it was changed is said. */
function settingLines({ settings, policy }: Pick<DiagnosticFacts, 'settings' | 'policy'>): readonly string[] {
  return (Object.keys(settingRecords) as (keyof typeof settingRecords)[]).map((name) => {
    const chosen = settings[name];
    const source = settingSource(name, chosen, { locked: policy.locked, isSame: dequal });
    const value = typeof chosen !== 'object' ? String(chosen) : source === 'default' ? 'default' : 'changed';
    return `${name}: ${value} (${source})`;
  });
}

function policyLines({ source, problems }: DiagnosticFacts['policy']): readonly string[] {
  return [
    `source: ${source ?? 'none'}`,
    ...problems.map(({ name, reason }) => `not used: ${name ?? 'the whole policy'} (${reason})`),
  ];
}

function crashLines(dumps: CrashDumpSummary | null): readonly string[] {
  if (dumps === null) return ['not known'];
  const { count, newestAt } = dumps;
  return [`kept: ${count}`, `newest: ${newestAt === null ? 'none' : iso(newestAt)}`];
}
