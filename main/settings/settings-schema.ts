import { z } from 'zod';
import type { Settings } from '../../preload/contract';
import { minListWidth, maxListWidth } from '../../preload/contract/list-width';
import { alertSounds } from '../../preload/contract/model/alerts';
import { proxyModes, proxyProblem } from '../../preload/contract/model/network';
import {
  initialSettings,
  settingRecords,
  type ChoiceRecord,
  type PartsRecord,
  type SwitchRecord,
} from '../../preload/contract/setting-records';
import { maxAddedWords, maxWordLength } from '../../preload/contract/spelling';
import { attentionSchema, defaultAttention } from './attention-settings';
import { readAttention, storedAttention } from './attention-stored';
import { isRecord } from '../base/record';
import { overlay, salvage } from './salvage';

const shortText = z.string().max(128);
/** Far more than there are actions. */
const maxChosenKeys = 500;

const watchGroup = z.strictObject({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(80),
  agentIds: z.array(z.string().min(1).max(200)).max(5_000),
  directoryGroups: z.array(shortText.min(1)).max(50),
  mode: z.enum(['monitor', 'coach', 'bargeIn']),
  scope: z.enum(['nextChat', 'allChats']),
  nickname: shortText,
});

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** Settings whose values have parts. */
const partsSchemas = {
  alerts: z.strictObject({
    levels: z.record(attentionSchema.shape.rules.keyof(), z.enum(['off', 'badge', 'toast', 'sound', 'insistent'])),
    escalatesAfterMinutes: z.int().min(1).max(60).nullable(),
    quietHours: z.strictObject({ isOn: z.boolean(), fromMinute: minuteOfDay, toMinute: minuteOfDay }),
    pausedUntil: z.number().nullable(),
    namesCustomer: z.boolean(),
    sounds: z.record(attentionSchema.shape.rules.keyof(), z.enum(alertSounds)),
    volume: z.enum(['low', 'medium', 'high']),
  }),
  monitoringBudget: z.strictObject({
    isOn: z.boolean(),
    minutesPerAgentDay: z.int().min(1).max(1_440).nullable(),
    chatsPerAgentDay: z.int().min(1).max(1_000).nullable(),
    minutesPerChat: z.int().min(1).max(1_440).nullable(),
    countsVisible: z.boolean(),
  }),
  proxy: z
    .strictObject({
      mode: z.enum(proxyModes),
      pacUrl: z.string().max(2_048),
      server: z.string().max(300),
      bypass: z.string().max(4_096),
    })
    .refine((proxy) => proxyProblem(proxy) === null),
  watchGroups: z.array(watchGroup).max(100),
  wall: z.strictObject({
    tileCount: z.literal([2, 4, 6, 9, 12, 16, 24]),
    fill: z.enum(['attention', 'byHand']),
    pinned: z.array(z.strictObject({ chatId: z.string().min(1).max(200), place: z.int().min(0).max(23) })).max(24),
  }),
  keys: z.strictObject({
    areSingleKeysOn: z.boolean(),
    chosen: z
      .record(z.string().min(1).max(80), z.array(z.string().min(1).max(40)).max(4))
      .refine((chosen) => Object.keys(chosen).length <= maxChosenKeys),
  }),
  list: z.strictObject({
    sort: z.enum(['attention', 'waiting', 'agent', 'age']),
    groupBy: z.enum(['attention', 'agent', 'team']),
    filter: z.enum(['all', 'unread', 'visible', 'sms']),
    width: z.int().min(minListWidth).max(maxListWidth).nullable(),
  }),
  addedWords: z.array(z.string().min(1).max(maxWordLength)).max(maxAddedWords),
  setAside: z
    .array(
      z.strictObject({
        chatId: z.string().min(1).max(200),
        until: z.enum(['broughtBack', 'news', 'time']),
        at: z.number(),
        after: z.number().nullable(),
      }),
    )
    .max(500),
  dismissedLimits: z
    .array(z.enum(['noBus', 'noService', 'notResponding', 'denied', 'doNotDisturb', 'noSound', 'noTray']))
    .max(10),
  attention: attentionSchema,
} satisfies { [Name in Exclude<keyof Settings, PlainSetting>]: z.ZodType<Settings[Name]> };

type Records = typeof settingRecords;
/** Settings whose record says all that is valid. */
type PlainSetting = {
  [Name in keyof Records]: Records[Name] extends PartsRecord ? never : Name;
}[keyof Records];

function plainSchemas(): Record<string, z.ZodType> {
  const records: readonly (readonly [string, ChoiceRecord | SwitchRecord | PartsRecord])[] =
    Object.entries(settingRecords);
  return Object.fromEntries(
    records.flatMap(([name, record]) => {
      if (record.kind === 'parts') return [];
      return [[name, record.kind === 'switch' ? z.boolean() : z.enum(record.values)] as const];
    }),
  );
}

/** Schema of each setting, for the file on disk and for a policy. */
export const settingSchemas: Readonly<Record<string, z.ZodType>> = { ...plainSchemas(), ...partsSchemas };

/** A change that a window requests: any of the settings. */
export const settingsPatch = z.strictObject(
  Object.fromEntries(Object.entries(settingSchemas).map(([name, schema]) => [name, schema.exactOptional()])),
) as unknown as z.ZodType<Partial<Settings>>;

export const defaultSettings: Settings = { ...initialSettings, attention: defaultAttention };

export interface ReadSettings {
  readonly settings: Settings;
  /** Names of settings with an invalid part; `null` if the whole file was invalid. */
  readonly invalidKeys: readonly string[] | null;
}

/** Returns the valid parts of the stored settings. An invalid part gets its default, as small a part as possible. */
export function readSettings(stored: unknown): ReadSettings {
  if (stored === undefined) return { settings: defaultSettings, invalidKeys: [] };
  const whole = z.record(z.string(), z.unknown()).safeParse(stored);
  if (!whole.success) return { settings: defaultSettings, invalidKeys: null };
  const good: Partial<Record<string, unknown>> = {};
  const invalidKeys: string[] = [];
  const attention = readAttention(whole.data['attention']);
  const present = withCurrentNames(whole.data);
  for (const [name, schema] of Object.entries(settingSchemas)) {
    if (name === 'attention') continue;
    const { value, isInvalid } = salvage(schema, present[name], Reflect.get(defaultSettings, name));
    good[name] = value;
    if (isInvalid) invalidKeys.push(name);
  }
  if (attention.isInvalid) invalidKeys.push('attention');
  return { settings: { ...defaultSettings, ...good, attention: attention.settings }, invalidKeys };
}

/** Earlier versions stored `closeToTray`; false meant that closing ends the program. */
function withCurrentNames(stored: Record<string, unknown>): Record<string, unknown> {
  const isOld = stored['onClose'] === undefined && stored['closeToTray'] === false;
  return isOld ? { ...stored, onClose: 'quit' } : stored;
}

/**
 * Returns what is written to disk. `start` is the stored value and how it was read: unchanged values stay exactly as
 * stored, and values of other versions are kept.
 */
export function storedSettings(settings: Settings, start: StoredStart): unknown {
  const { attention, ...others } = settings;
  const { attention: attentionRead, ...othersRead } = start.settings;
  const { attention: attentionStored, ...othersStored } = isRecord(start.stored) ? start.stored : {};
  const isTuned = attentionStored === undefined || JSON.stringify(attention) !== JSON.stringify(attentionRead);
  return {
    ...(overlay(othersStored, othersRead, others) as object),
    attention: isTuned ? storedAttention(attention, attentionStored) : attentionStored,
  };
}

export interface StoredStart {
  readonly stored: unknown;
  readonly settings: Settings;
}
