import { languageCodes } from '../../../preload/contract/languages';
import { defaultSettings } from '../../../main/settings/settings-schema';
import type { Settings, WatchTeam } from '../../../preload/contract';
import type { Chance } from '../../faults/world/chance';
import type { ShiftConsole } from './shift-console';

const minuteMs = 60_000;

const team: WatchTeam = {
  ...{ id: 'team', name: 'Early shift', agentIds: ['one', 'two'], directoryGroups: [] },
  ...{ mode: 'monitor', scope: 'allChats', nickname: '' },
};

/** What the supervisor may set; at the end of a shift everything is as it was. */
const patches: readonly Partial<Settings>[] = [
  { theme: 'dark' },
  { density: 'compact' },
  { notifyChatStarted: false },
  { acceptsInvitations: true },
  { bargeInBy: 'hold' },
  { watchGroups: [team] },
  { attention: { ...defaultSettings.attention, newAgentGroups: ['Chat_General'] } },
  { alerts: { ...defaultSettings.alerts, quietHours: { isOn: true, fromMinute: 60, toMinute: 300 } } },
];

/** The settings of the year besides the defaults: the least journal, so that its limit is reached. */
export const settingsOfYear: Settings = { ...defaultSettings, journalSize: 'mb100', resumesWatches: 'never' };

export interface IncidentOptions {
  readonly console: ShiftConsole;
  readonly chance: Chance;
  /** Carries it out at that time of the shift. */
  readonly later: (delayMs: number, act: () => void) => void;
}

/** One thing that happens to a console in a year; returns its name. */
export function somethingHappens({ console, chance, later }: IncidentOptions): string {
  const { clock, floor } = console;
  const kind = chance.weighted([
    [4, 'setting'],
    [3, 'language'],
    [2, 'full'],
    [2, 'restart'],
    [2, 'network'],
    [2, 'clock'],
    [1, 'sleep'],
    [1, 'agents'],
  ] as const);
  switch (kind) {
    case 'setting': {
      const patch = chance.pick(patches);
      void console.changeSettings(patch);
      return `setting ${Object.keys(patch).join()}`;
    }
    case 'language': {
      const language = chance.pick(['system', ...languageCodes] as const);
      void console.changeSettings({ language });
      return `language ${language}`;
    }
    case 'full':
      console.setDiskFull(true);
      later(chance.between(1, 20) * minuteMs, () => {
        console.setDiskFull(false);
      });
      return 'disk full';
    case 'restart':
      console.restartServer();
      return 'server restarted';
    case 'network':
      console.isNetworkDown = true;
      later(chance.between(1, 60) * 1_000, () => {
        console.isNetworkDown = false;
      });
      return 'network down';
    case 'clock': {
      const byMs = chance.between(-120, 120) * minuteMs;
      clock.jumpWall(byMs);
      later(chance.between(1, 60) * minuteMs, () => {
        clock.jumpWall(-byMs);
      });
      return `clock moved by ${String(byMs)}`;
    }
    case 'sleep':
      return 'sleep';
    case 'agents': {
      const agent = chance.pick(floor.agents);
      agent.isLoggedIn = !agent.isLoggedIn;
      return `agent ${agent.userName} ${agent.isLoggedIn ? 'in' : 'out'}`;
    }
  }
}
