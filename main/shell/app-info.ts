import process from 'node:process';
import type { AppInfo } from '../../preload/contract';
import type { StartFlags } from './command-line';
import { systemLanguage } from '../electron/apply-language';

/** Information about program and computer for windows; constant while the program runs. */
export function appInfo(flags: StartFlags, version: string): Omit<AppInfo, 'settingsProblem'> {
  const known = ['linux', 'win32', 'darwin'] as const;
  return {
    version,
    platform: known.find((platform) => platform === process.platform) ?? 'other',
    serverFromCommandLine: flags.serverUrl,
    startsOnPracticeFloor: flags.startsOnPracticeFloor,
    systemLanguage: systemLanguage(),
  };
}
