import type { CrashDumpSummary, Done, Result, UpdateState } from '../../../preload/contract';

/** What support may ask of this computer: diagnostics of one page, and two crash dumps until they are removed. */
export class FakeSupport {
  text = diagnosticsSample;
  dumps: CrashDumpSummary | null = { count: 2, newestAt: Date.UTC(2026, 10, 22, 9) };
  /** Every file that was saved, as written. */
  readonly saved: string[] = [];
  logShown = 0;
  updates: UpdateState = { phase: 'off' };
  /** What was asked about updates, in order. */
  readonly updatesAsked: string[] = [];

  readonly handlers = {
    'support.diagnostics': (): Result<string> => ({ ok: true, value: this.text }),
    'support.saveDiagnostics': (): Result<Done> => {
      this.saved.push(this.text);
      return { ok: true, value: null };
    },
    'support.showLog': (): Result<Done> => {
      this.logShown += 1;
      return { ok: true, value: null };
    },
    'updates.read': (): Result<UpdateState> => ({ ok: true, value: this.updates }),
    'updates.check': (): Result<Done> => {
      this.updatesAsked.push('check');
      return { ok: true, value: null };
    },
    'updates.download': (): Result<Done> => {
      this.updatesAsked.push('download');
      return { ok: true, value: null };
    },
    'support.crashDumps': (): Result<CrashDumpSummary | null> => ({ ok: true, value: this.dumps }),
    'support.removeCrashDumps': (): Result<CrashDumpSummary | null> => {
      this.dumps = { count: 0, newestAt: null };
      return { ok: true, value: this.dumps };
    },
  };
}

const diagnosticsSample = `== Sightline diagnostics, 2026-11-22T09:30:00.000Z
Sightline: 0.1.0
Electron: 45.4.1
system: Linux 6.1.0 x64
display: Wayland

== Session
phase: signedIn
server: gws.example.com
server version: 9.0.001.23

== Counters
chats: 24
agents: 40

== Connection
2026-11-22T08:00:03.120Z live (healthy)
2026-11-22T08:41:10.004Z stale (noAnswer)
2026-11-22T08:41:16.550Z live (healthy)
`;
