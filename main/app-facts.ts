import process from 'node:process';
import type { AppFacts } from '../preload/contract';
import type { StartFlags } from './electron/command-line';
import { systemLanguage } from './electron/languages/language';

/** What a window is told of the program and the machine; it does not change while the program runs. */
export function appFacts(flags: StartFlags, version: string): Omit<AppFacts, 'settingsProblem'> {
  const known = ['linux', 'win32', 'darwin'] as const;
  return {
    version,
    platform: known.find((platform) => platform === process.platform) ?? 'other',
    serverFromCommandLine: flags.serverUrl,
    startsOnPracticeFloor: flags.startsOnPracticeFloor,
    systemLanguage: systemLanguage(),
  };
}
