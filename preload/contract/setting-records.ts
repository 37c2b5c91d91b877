import { attentionRules, forEachRule } from './attention-rules';
import { languageCodes } from './languages';
import type { AlertSettings } from './model/alerts';
import type { DesktopLimit } from './model/desktop';
import type { MonitoringBudget } from './model/budget';
import type { ListChoices, SetAside } from './model/chat-list';
import type { ProxySettings } from './model/network';
import type { KeySettings } from './model/key-settings';
import type { WallSettings } from './model/wall';
import type { WatchTeam } from './model/watch-team';

/** Groups of the settings screen, in its order. */
export const settingGroups = ['look', 'watching', 'notifications', 'window', 'journal', 'support'] as const;
export type SettingGroup = (typeof settingGroups)[number];

/** One of a few values. */
export interface ChoiceRecord<Value extends string = string> {
  readonly kind: 'choice';
  readonly group: SettingGroup;
  readonly values: readonly Value[];
  readonly initial: Value;
}

/** On or off. Without a group, another control of the window changes it. */
export interface SwitchRecord<Group extends SettingGroup | null = SettingGroup | null> {
  readonly kind: 'switch';
  readonly group: Group;
  readonly initial: boolean;
}

/** A value with parts, which the screen of its feature changes. Its schema is in `main/settings/settings-schema.ts`. */
export interface PartsRecord<Value = unknown> {
  readonly kind: 'parts';
  readonly initial: Value;
}

/**
 * All settings but the attention rules. The type, the schema, the default, the row on the settings screen and the items
 * of the palette follow from a record. Texts: `settings.<name>.title`, optionally `.text`, and one for each value; the
 * compiler names a missing one (`renderer/locales/setting-texts.ts`). Rows have this order.
 */
export const settingRecords = {
  /** `system`: the first system language that the console supports, otherwise English. */
  language: choice('look', ['system', ...languageCodes], 'system'),
  theme: choice('look', ['system', 'light', 'dark'], 'system'),
  density: choice('look', ['comfortable', 'compact'], 'comfortable'),
  /** How long a past chat stays in the list. */
  pastKept: choice('look', ['quarter', 'hour', 'day', 'untilRemoved'], 'hour'),
  /** Marks misspelt words in what the supervisor types. */
  checksSpelling: onOff('look', true),
  watchMode: choice('watching', ['monitor', 'coach', 'bargeIn'], 'monitor'),
  watchScope: choice('watching', ['allChats', 'nextChat'], 'allChats'),
  /**
   * What happens to the watches of the last sign-in at the supervisor's next one. After a crash they are offered even
   * if this is `never`.
   */
  resumesWatches: choice('watching', ['offer', 'always', 'never'], 'offer'),
  /** How barge in is triggered: by a press, or by a short hold, so that a slip does not make the supervisor visible. */
  bargeInBy: choice('watching', ['press', 'hold'], 'press'),
  /** Accepts an invitation that answers this supervisor's own intrude request at once. */
  acceptsInvitations: onOff('watching', false),
  /** Shows only the end of card and account numbers in messages and attached data. Main masks them. */
  masksNumbers: onOff('watching', false),
  notifyChatStarted: onOff('notifications', true),
  notifyChatTakenAway: onOff('notifications', true),
  notifyNeedsYou: onOff('notifications', true),
  /** What closing the main window does: keeps the program running, ends it, or asks. */
  onClose: choice('window', ['ask', 'hide', 'quit'], 'ask'),
  /** Whether the program starts when the user signs in to the computer: with its window, or in the tray. */
  startsAtLogin: choice('window', ['never', 'window', 'hidden'], 'never'),
  /** Returns to monitoring in all chats when the screen is locked, the computer sleeps or no one used it for a while. */
  stepsBackWhenAway: onOff('window', true),
  /** Covers the windows in the same cases. */
  hidesTextsWhenAway: onOff('window', true),
  /** Minutes without a key or movement on the computer that count as away. */
  awayAfterMinutes: choice('window', ['never', '5', '10', '20', '30'], 'never'),
  /** Keeps the journal. Off, only how many records were not kept is noted. */
  keepsJournal: onOff('journal', true),
  /** How long records of the journal are kept; older segments are removed at a start or when one is full. */
  journalAge: choice('journal', ['days30', 'days90', 'year', 'threeYears'], 'days90'),
  /** How much of the journal is kept: the oldest segments go first. */
  journalSize: choice('journal', ['mb100', 'mb400', 'mb2000'], 'mb400'),
  /** Keeps a dump of a process that crashes, on this computer only. Takes effect at the next start. */
  keepsCrashDumps: onOff('support', true),
  /** Requests a second at most, from the next sign-in on; `adaptive`: as many as the server accepts. */
  requestRate: choice('support', ['adaptive', '20', '10', '5'], 'adaptive'),
  sidePanelOpen: onOff(null, true),
  alerts: parts<AlertSettings>({
    levels: forEachRule((rule) => attentionRules[rule].alert),
    escalatesAfterMinutes: 5,
    quietHours: { isOn: false, fromMinute: 20 * 60, toMinute: 7 * 60 },
    pausedUntil: null,
    namesCustomer: false,
    sounds: forEachRule(() => 'system'),
    volume: 'medium',
  }),
  /** Limits on watching an agent, as a works council may ask for; usually fixed by the administrator. */
  monitoringBudget: parts<MonitoringBudget>({
    isOn: false,
    minutesPerAgentDay: 60,
    chatsPerAgentDay: null,
    minutesPerChat: null,
    countsVisible: false,
  }),
  /** How requests find their proxy. */
  proxy: parts<ProxySettings>({ mode: 'system', pacUrl: '', server: '', bypass: '' }),
  watchGroups: parts<readonly WatchTeam[]>([]),
  wall: parts<WallSettings>({ tileCount: 6, fill: 'attention', pinned: [] }),
  keys: parts<KeySettings>({ areSingleKeysOn: true, chosen: {} }),
  list: parts<ListChoices>({ sort: 'attention', groupBy: 'attention', filter: 'all', width: null }),
  /** Words that the supervisor added to the dictionaries. */
  addedWords: parts<readonly string[]>([]),
  setAside: parts<readonly SetAside[]>([]),
  /** Limits of the desktop that the user dismissed and that have not ended since. */
  dismissedLimits: parts<readonly DesktopLimit[]>([]),
} as const;

type Records = typeof settingRecords;
/** Settings with a row on the settings screen. */
export type RowSetting = {
  [Name in keyof Records]: Records[Name] extends { readonly group: SettingGroup } ? Name : never;
}[keyof Records];
export type RecordedSettings = { readonly [Name in keyof Records]: Records[Name]['initial'] };

/** Defaults of the recorded settings; a window uses them until main sends the stored ones. */
export const initialSettings = Object.fromEntries(
  Object.entries(settingRecords).map(([name, { initial }]) => [name, initial]),
) as unknown as RecordedSettings;

/** Names of the settings with a row in this group, in the order of the records. */
export function rowsIn(group: SettingGroup): readonly RowSetting[] {
  return (Object.keys(settingRecords) as (keyof Records)[]).filter((name): name is RowSetting => {
    const record: ChoiceRecord | SwitchRecord | PartsRecord = settingRecords[name];
    return record.kind !== 'parts' && record.group === group;
  });
}

function choice<const Value extends string>(
  group: SettingGroup,
  values: readonly Value[],
  initial: NoInfer<Value>,
): ChoiceRecord<Value> {
  return { kind: 'choice', group, values, initial };
}

function onOff<Group extends SettingGroup | null>(group: Group, initial: boolean): SwitchRecord<Group> {
  return { kind: 'switch', group, initial };
}

function parts<Value>(initial: Value): PartsRecord<Value> {
  return { kind: 'parts', initial };
}
