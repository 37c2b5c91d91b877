import type {
  Done,
  JournalCheck,
  JournalExport,
  JournalPage,
  JournalPeriod,
  JournalState,
  Result,
  ShiftReport,
} from '../../preload/contract';
import { done, fail, succeed } from '../base/result';
import { toCsv, toJson } from './export';
import type { Journal } from './journal';
import { shiftReport } from './report/shift-report';
import { receiptOf, signReceipt } from './receipt';
import { countsOf, noticedBy } from './request-counts';

export interface JournalCommandOptions {
  readonly journal: Journal;
  readonly now: () => number;
  readonly isExportAllowed: boolean;
  /** Asks where to save a file and writes it; false if the user cancelled. Rejects if it could not be written. */
  readonly saveFile: (suggestedName: string, content: string | Uint8Array) => Promise<boolean>;
  /** Returns what a window would print, as PDF. */
  readonly printPage: (windowId: number) => Promise<Uint8Array>;
}

/** What windows may ask of the journal. */
export interface JournalCommands {
  state(): JournalState;
  read(period: JournalPeriod): Promise<Result<JournalPage>>;
  check(): Promise<Result<JournalCheck>>;
  report(period: JournalPeriod): Promise<Result<ShiftReport>>;
  savePdf(windowId: number): Promise<Result<Done>>;
  export(request: JournalExport): Promise<Result<Done>>;
}

/** Milliseconds before a period in which its chats may have begun. */
const beforeReportMs = 12 * 3_600_000;

const extensions = { csv: 'csv', json: 'json', receipt: 'receipt.json' } as const;

export function createJournalCommands({
  journal,
  now,
  isExportAllowed,
  saveFile,
  printPage,
}: JournalCommandOptions): JournalCommands {
  const receipt = async ({ from, to, chatId }: JournalExport): Promise<string | null> => {
    const [entries, verified, key] = [
      // Failures and losses of the period may be recorded after its end.
      await journal.entries({ from, to: Infinity }),
      await journal.verify(),
      await journal.signingKey(),
    ];
    const { owner } = journal;
    // A receipt from a damaged journal would claim what nothing supports.
    if (owner === null || key === null || verified?.ok !== true) return null;
    const options = {
      owner,
      chatId,
      from,
      to,
      issuedAt: now(),
      journalHead: verified.head,
      recordsFrom: await journal.beginsAt(),
    };
    return `${JSON.stringify(signReceipt(receiptOf(entries, options), key), null, 2)}\n`;
  };

  return {
    state: () => journal.state,
    read: async (period) => {
      const all = await journal.entries(period);
      const requests = all.filter(({ kind }) => kind === 'request');
      const counts = countsOf(requests.map(({ data }) => ({ noticedBy: noticedBy(data['noticedBy']) })));
      const entries = all.filter(({ kind }) => kind !== 'request' && kind !== 'requestFailed');
      return succeed({ entries, requests: counts, state: journal.state });
    },
    check: async () => {
      const verified = await journal.verify();
      if (verified === null) return fail('session.signedOut');
      const { ok } = verified;
      return succeed(
        ok
          ? { isIntact: true, recordCount: verified.recordCount }
          : { isIntact: false, seq: verified.seq, problem: verified.problem },
      );
    },
    report: async (period) => {
      const from = period.from - beforeReportMs;
      return succeed(shiftReport(await journal.entries({ ...period, from }), period));
    },
    savePdf: async (windowId) => {
      if (!isExportAllowed) return fail('policy.notAllowed');
      const day = new Date(now()).toISOString().slice(0, 10);
      try {
        await saveFile(`sightline-shift-${day}.pdf`, await printPage(windowId));
        return done;
      } catch {
        return fail('file.notSaved');
      }
    },
    export: async (request) => {
      if (!isExportAllowed) return fail('policy.notAllowed');
      const { format, from, to } = request;
      const content =
        format === 'receipt'
          ? await receipt(request)
          : (format === 'csv' ? toCsv : toJson)(await journal.entries({ from, to }));
      if (content === null) return fail('journal.damaged');
      const day = new Date(from).toISOString().slice(0, 10);
      try {
        await saveFile(`sightline-${day}.${extensions[format]}`, content);
        return done;
      } catch {
        return fail('file.notSaved');
      }
    },
  };
}
