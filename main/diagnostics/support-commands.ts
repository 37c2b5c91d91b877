import type { CrashDumpSummary, Done, Result } from '../../preload/contract';
import { done, fail, succeed } from '../base/result';
import type { CrashDumps } from './crash-dumps';
import { diagnosticsText, type DiagnosticFacts } from './diagnostics-text';

export interface SupportCommandOptions {
  readonly facts: (crashDumps: CrashDumpSummary | null) => DiagnosticFacts;
  readonly crashDumps: Pick<CrashDumps, 'summary' | 'removeAll'>;
  /** Asks where to save a file and writes it; false if the user cancelled. Rejects if it could not be written. */
  readonly saveFile: (suggestedName: string, content: string) => Promise<boolean>;
  /** Shows the log in the file manager. */
  readonly showLog: () => void;
}

/** What windows may ask for support. */
export interface SupportCommands {
  /** Returns the text of the diagnostics, which `save` writes as it was shown. */
  diagnostics(): Promise<Result<string>>;
  save(): Promise<Result<Done>>;
  showLog(): Result<Done>;
  crashDumps(): Promise<Result<CrashDumpSummary | null>>;
  removeCrashDumps(): Promise<Result<CrashDumpSummary | null>>;
}

export function createSupportCommands({
  facts,
  crashDumps,
  saveFile,
  showLog,
}: SupportCommandOptions): SupportCommands {
  let shown: string | null = null;
  let shownAt = 0;
  const compose = async (): Promise<string> => {
    const all = facts(await crashDumps.summary());
    shownAt = all.now;
    return (shown = diagnosticsText(all));
  };
  return {
    diagnostics: async () => succeed(await compose()),
    save: async () => {
      const text = shown ?? (await compose());
      try {
        await saveFile(`sightline-diagnostics-${new Date(shownAt).toISOString().slice(0, 10)}.txt`, text);
        return done;
      } catch {
        return fail('file.notSaved');
      }
    },
    showLog: () => {
      showLog();
      return done;
    },
    crashDumps: async () => succeed(await crashDumps.summary()),
    removeCrashDumps: async () => {
      await crashDumps.removeAll();
      return succeed(await crashDumps.summary());
    },
  };
}
