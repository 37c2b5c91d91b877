import type { FloorChange, Settings } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { runInBackground } from '../base/run-in-background';
import { ConnectionHistory } from '../diagnostics/connection-history';
import { CrashDumps } from '../diagnostics/crash-dumps';
import type { RecentLog } from '../diagnostics/recent-log';
import { createSupportCommands, type SupportCommands } from '../diagnostics/support-commands';
import { crashDumpFolder, startCrashDumps } from '../electron/crash-dumps';
import { saveFile } from '../electron/save-file';
import { showLogFile, systemVersions } from '../electron/support';
import type { FloorStore } from '../floor/floor-store';
import type { Policy } from '../policy/policy';

export interface SupportPartsOptions {
  readonly version: string;
  readonly settings: () => Settings;
  readonly policy: Policy;
  readonly floorStore: Pick<FloorStore, 'snapshot'>;
  readonly recentLog: RecentLog;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface SupportParts {
  readonly commands: SupportCommands;
  applyChanges(changes: readonly FloorChange[]): void;
}

/** Connects diagnostics and crash dumps, and begins to keep dumps if the settings want them. */
export function composeSupport(options: SupportPartsOptions): SupportParts {
  const { version, settings, policy, floorStore, recentLog, clock, log } = options;
  const crashDumps = new CrashDumps({ folder: crashDumpFolder, clock, log });
  const { keepsCrashDumps } = settings();
  if (keepsCrashDumps) startCrashDumps();
  runInBackground(keepsCrashDumps ? crashDumps.tidy() : crashDumps.removeAll(), 'removing old crash dumps', log);
  const connectionHistory = new ConnectionHistory(clock);
  const commands = createSupportCommands({
    facts: (dumps) => {
      const { session, chats, agents, watches } = floorStore.snapshot();
      const { errors, warnings } = recentLog.counts;
      return {
        now: clock.now(),
        versions: [['Sightline', version], ...systemVersions()],
        session,
        counters: [
          ['chats', chats.length],
          ['agents', agents.length],
          ['watches', watches.length],
          ['log errors', errors],
          ['log warnings', warnings],
        ],
        settings: settings(),
        policy: policy.state,
        connection: connectionHistory.moments,
        crashDumps: dumps,
        logLines: recentLog.lines,
      };
    },
    crashDumps,
    saveFile,
    showLog: showLogFile,
  });
  return {
    commands,
    applyChanges: (changes) => {
      connectionHistory.applyChanges(changes);
    },
  };
}
