/** Crash dumps on this computer. They are never sent; support may ask for one. */
export interface CrashDumpSummary {
  readonly count: number;
  /** Epoch milliseconds of the newest; `null` if there is none. */
  readonly newestAt: number | null;
}

/** Parts of the help that the window can open. */
export type HelpPart = 'guide' | 'news' | 'about';
