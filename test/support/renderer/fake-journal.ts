import { shiftReport } from '../../../main/journal/report/shift-report';
import type {
  BudgetState,
  UserPresence,
  Done,
  JournalCheck,
  JournalPage,
  JournalPeriod,
  JournalState,
  NetworkQuestion,
  Result,
  ShiftReport,
} from '../../../preload/contract';

/** The journal of main and other values outside the floor, as a window reads them. Tests replace the page and the outcome of a check. */
export class FakeJournal {
  page: JournalPage = {
    entries: [],
    requests: { noOne: 0, agents: 0, everyone: 0, unknown: 0 },
    state: { problem: null, waitingCount: 0, lostCount: 0 },
  };
  budget: BudgetState = { isOn: false, at: 0, agents: [], chats: [], steps: [] };
  outcome: JournalCheck = { isIntact: true, recordCount: 0 };

  readonly handlers = {
    'budget.read': (): Result<BudgetState> => ({ ok: true, value: this.budget }),
    'network.question': (): Result<NetworkQuestion | null> => ({ ok: true, value: null }),
    'network.answer': (): Result<Done> => ({ ok: true, value: null }),
    'network.askAgain': (): Result<Done> => ({ ok: true, value: null }),
    'presence.read': (): Result<UserPresence> => ({ ok: true, value: { away: null } }),
    'journal.read': (): Result<JournalPage> => ({ ok: true, value: this.page }),
    'journal.state': (): Result<JournalState> => ({ ok: true, value: this.page.state }),
    'journal.check': (): Result<JournalCheck> => ({ ok: true, value: this.outcome }),
    'journal.report': (period: JournalPeriod): Result<ShiftReport> => ({
      ok: true,
      value: shiftReport(this.page.entries, period),
    }),
    'journal.savePdf': (): Result<Done> => ({ ok: true, value: null }),
    'journal.export': (): Result<Done> => ({ ok: true, value: null }),
  };
}
