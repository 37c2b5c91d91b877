import process from 'node:process';
import type { AppInfo, Language, PolicyState } from '../../preload/contract';
import type { StartFlags } from './command-line';

/** Information about program and computer for windows; constant while the program runs. */
export function appInfo(
  flags: StartFlags,
  version: string,
  systemLanguage: Language,
  policy: PolicyState,
): Omit<AppInfo, 'settingsProblem' | 'isShiftUnfinished'> {
  const known = ['linux', 'win32', 'darwin'] as const;
  return {
    version,
    platform: known.find((platform) => platform === process.platform) ?? 'other',
    serverFromCommandLine: flags.serverUrl,
    startsOnPracticeFloor: flags.startsOnPracticeFloor,
    systemLanguage,
    policy,
  };
}
