import type { Done, JournalCheck, JournalPage, JournalState, Result } from '../../../preload/contract';

/** The journal of main, as a window reads it. Tests replace the page and the outcome of a check. */
export class FakeJournal {
  page: JournalPage = {
    entries: [],
    requests: { noOne: 0, agents: 0, everyone: 0, unknown: 0 },
    state: { problem: null, waitingCount: 0, lostCount: 0 },
  };
  outcome: JournalCheck = { isIntact: true, recordCount: 0 };

  readonly handlers = {
    'journal.read': (): Result<JournalPage> => ({ ok: true, value: this.page }),
    'journal.state': (): Result<JournalState> => ({ ok: true, value: this.page.state }),
    'journal.check': (): Result<JournalCheck> => ({ ok: true, value: this.outcome }),
    'journal.export': (): Result<Done> => ({ ok: true, value: null }),
  };
}
