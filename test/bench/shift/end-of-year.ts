import { retentionOf } from '../../../main/journal/retention';
import type { ShiftConsole } from './shift-console';
import type { ShiftPage } from './shift-page';

/** Everything that a program shows and keeps while no one is signed in, by name. */
export type IdleState = ReadonlyMap<string, string>;

/** Bytes. The segment of the journal in use is kept even if it alone is too much. */
const segmentBytes = 4_000_000;
/** Stated in `recent-log.ts`, `connection-history.ts` and `raised-alerts.ts`. */
const limits = { logLines: 200, moments: 60, raisedAlerts: 2_000 } as const;
/** Bytes of the settings file. It has no limit of its own: it holds one value for each name. */
const settingsFileBytes = 200_000;

/** What the stores hold of the moment itself, and what says how the last session ended. */
const momentary = ['"now":', '"epoch":', 'lastSuccessAt', 'nextAttemptAt', '"reason":', 'serverClockOffsetMs'];

/**
 * What a sign-in leaves behind on purpose: the counters of states and of searches, the server and the name for the next sign-in, and up to
 * five notices, which the supervisor closes.
 */
const meantToStay = ['main epoch', 'page search', 'page toasts', 'file profile', 'file profiles'];

export function stateOf(console: ShiftConsole, page: ShiftPage): IdleState {
  const { main, clock, file } = console;
  const state = new Map<string, string>();
  for (const [name, value] of Object.entries(main.floorStore.snapshot()))
    state.set(`main ${name}`, JSON.stringify(value));
  for (const [store, text] of page.state()) state.set(`page ${store}`, text);
  for (const [name, text] of file.content) state.set(`file ${name}`, text);
  state.set('timers', String(clock.waitingAtClient.length));
  return state;
}

/** The names whose value is another one now, with both; moments and the reason of the end are left out. */
export function differences(before: IdleState, after: IdleState): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const [was = 'nothing', is = 'nothing'] = [before.get(name), after.get(name)].map((text) => withoutMoments(text));
    return was === is || meantToStay.includes(name) ? [] : [`${name}: ${was.slice(0, 300)} became ${is.slice(0, 300)}`];
  });
}

function withoutMoments(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return momentary.reduce((left, name) => left.replaceAll(new RegExp(`${name}"?:?[^,}\\]]*`, 'gu'), name), text);
}

export function filesOverTheirLimit(console: ShiftConsole): {
  readonly files: readonly string[];
  readonly overLimit: readonly string[];
} {
  const { main, journal, file, recentLog, connectionHistory } = console;
  const raised = file.raisedFile.read();
  const keys: unknown = typeof raised === 'object' && raised !== null ? Reflect.get(raised, 'keys') : [];
  const sizes: readonly (readonly [name: string, size: number, limit: number])[] = [
    ['journal bytes', journal.bytes, retentionOf(main.settings.current()).maxBytes + segmentBytes],
    ['settings file bytes', file.bytes, settingsFileBytes],
    ['raised alerts', Array.isArray(keys) ? keys.length : 0, limits.raisedAlerts],
    ['log lines kept', recentLog.lines.length, limits.logLines],
    ['connection moments', connectionHistory.moments.length, limits.moments],
  ];
  return {
    files: sizes.map(([name, size, limit]) => `${name} ${String(size)} of ${String(limit)}`),
    overLimit: sizes.flatMap(([name, size, limit]) => (size > limit ? [name] : [])),
  };
}
