import {
  settingRecords,
  type ChoiceRecord,
  type PartsRecord,
  type SwitchRecord,
} from '../../../preload/contract/setting-records';
import { policySchemas } from '../../../main/policy/policy-schema';
import { settingSchemas } from '../../../main/settings/settings-schema';
import type { Chance } from '../../faults/world/chance';

/** Values by name, some of them broken. */
export interface BrokenValues {
  /** The text of the file. */
  readonly text: string;
  /** Names of the broken values; `null` if nothing of the file can be read. */
  readonly broken: readonly string[] | null;
  /** What must still apply. */
  readonly good: Readonly<Record<string, unknown>>;
}

/** What a hand, another program or another version puts where a value belongs. */
const junk: readonly unknown[] = [
  ...[null, -1, 0.5, 1e308, '', ' ', 'yes', 'constructor', '__proto__', 'x'.repeat(100_000), '\u202e\u0000'],
  ...[[], [[]], ['x', null], { value: true }, { toString: 1 }, nested(1_000)],
];

/** Files as a whole. */
const brokenFiles: readonly ((text: string) => string)[] = [
  () => '',
  () => 'null',
  () => '[]',
  () => '7',
  () => '<!doctype html><title>Sign in</title>',
  () => '['.repeat(100_000),
  (text) => text.slice(0, Math.floor(text.length / 2)),
  (text) => `${text}}`,
  (text) => text.replaceAll('"', "'"),
  (text) => `// ours\n${text}`,
  (text) => `\0${text}`,
];

/** Settings that are a switch or a choice, each with a value other than its default. */
const goodSettings: Readonly<Record<string, unknown>> = Object.fromEntries(
  Object.entries<ChoiceRecord | SwitchRecord | PartsRecord>(settingRecords).flatMap<[string, unknown]>(
    ([name, record]) => {
      if (record.kind === 'switch') return [[name, !record.initial]];
      return record.kind === 'choice' ? [[name, record.values.findLast((value) => value !== record.initial)]] : [];
    },
  ),
);

const goodPolicy: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(Object.entries(goodSettings).filter(([name]) => Object.hasOwn(policySchemas, name))),
  mayBargeIn: false,
  mayRememberPassword: false,
  allowedHosts: ['gws.example.com'],
  logLevel: 'debug',
};

export function brokenPolicy(chance: Chance): BrokenValues {
  return broken(chance, { good: goodPolicy, schemas: policySchemas, namesUnknown: true });
}

export function brokenSettings(chance: Chance): BrokenValues {
  return broken(chance, { good: goodSettings, schemas: settingSchemas, namesUnknown: false });
}

interface Kind {
  readonly good: Readonly<Record<string, unknown>>;
  readonly schemas: typeof policySchemas;
  /** Settings of a newer version are kept without a word. */
  readonly namesUnknown: boolean;
}

function broken(chance: Chance, { good, schemas, namesUnknown }: Kind): BrokenValues {
  const names = chance.shuffled(Object.keys(good)).slice(0, chance.between(2, 12));
  const invalid = names.slice(0, chance.between(1, Math.max(1, names.length - 1)));
  const kept = Object.fromEntries(names.filter((name) => !invalid.includes(name)).map((name) => [name, good[name]]));
  const bad = invalid.map((name) => [name, junkFor(chance, schemas[name])] as const);
  const unknown = namesUnknown ? chance.shuffled(['colour', '__proto__', 'constructor', 'Theme']).slice(0, 2) : [];
  const entries = chance.shuffled([
    ...Object.entries(kept),
    ...bad,
    ...unknown.map((name) => [name, { x: 1 }] as const),
  ]);
  const text = `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;
  if (chance.happens(0.15)) return { text: chance.pick(brokenFiles)(text), broken: null, good: {} };
  return { text, broken: [...invalid, ...unknown], good: kept };
}

function junkFor(chance: Chance, schema: (typeof policySchemas)[string] | undefined): unknown {
  return chance.pick(junk.filter((value) => schema?.safeParse(value).success !== true));
}

function nested(depth: number): unknown {
  return depth === 0 ? {} : { inner: nested(depth - 1) };
}
