import { parseArgs } from 'node:util';

/** Command-line options of the program. */
export interface StartFlags {
  readonly serverUrl: string | null;
  readonly startsOnPracticeFloor: boolean;
  /** Opens no window until the user asks for it. */
  readonly startsHidden: boolean;
  readonly practice: PracticeFlags;
  /** Folder or file of a journal to check instead of opening a window; `null`: none. */
  readonly verifyTarget: string | null;
}

/** Options of the practice floor; absent ones use its defaults. */
export interface PracticeFlags {
  readonly seed?: number;
  readonly agents?: number;
  readonly chats?: number;
  readonly rate?: number;
  readonly port?: number;
  readonly controlToken?: string;
}

export type ParsedFlags =
  { readonly ok: true; readonly flags: StartFlags } | { readonly ok: false; readonly complaint: string };

const ours = {
  server: { type: 'string' },
  verify: { type: 'string' },
  hidden: { type: 'boolean' },
  practice: { type: 'boolean' },
  'practice-seed': { type: 'string' },
  'practice-agents': { type: 'string' },
  'practice-chats': { type: 'string' },
  'practice-rate': { type: 'string' },
  'practice-port': { type: 'string' },
  'practice-control': { type: 'string' },
} as const;

export const usage = `Sightline, a console for supervisors of live chats.

  --server <url>            address of Genesys Web Services, e.g. https://gws.example.com
  --verify <folder>         check a journal, one of its files or a receipt, without a window; exit code 0: intact
  --hidden                  start in the tray, without a window
  --practice                sign in to the practice floor at once
  --practice-seed <n>       play the shift with this seed
  --practice-agents <n>     number of agents on the practice floor
  --practice-chats <n>      number of chats to keep going
  --practice-rate <n>       how many times faster than life the shift runs
  --practice-port <n>       port of the practice floor (default: any free one)
  --practice-control <token>  open the practice floor's control interface, guarded by this token
  --user-data-dir <folder>  where settings are kept
`;

/** Parses our options and ignores Chromium's. A wrong value of our own option is an error. */
export function parseFlags(argv: readonly string[]): ParsedFlags {
  const { values, tokens } = parseArgs({
    args: [...argv],
    options: ours,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const complaints: string[] = [];
  const text = (name: keyof typeof ours): string | null => {
    const value = values[name];
    if (value === undefined) {
      return null;
    }
    if (typeof value !== 'string' || value === '') {
      complaints.push(`--${name} needs a value`);
      return null;
    }
    return value;
  };
  const number = (name: keyof typeof ours, range: { from: number; to: number }): number | null => {
    const written = text(name);
    if (written === null) {
      return null;
    }
    const value = Number(written);
    if (!Number.isFinite(value) || value < range.from || value > range.to) {
      complaints.push(`--${name} must be a number from ${range.from} to ${range.to}, not "${written}"`);
      return null;
    }
    return value;
  };
  for (const token of tokens) {
    if (token.kind === 'option' && /^(server|practice)/.test(token.name) && !(token.name in ours)) {
      complaints.push(`--${token.name} is not a flag of Sightline`);
    }
  }
  const serverUrl = text('server');
  if (serverUrl !== null && !isHttpAddress(serverUrl)) {
    complaints.push(`--server must be an address such as https://gws.example.com, not "${serverUrl}"`);
  }
  const practice = present({
    seed: number('practice-seed', { from: 0, to: Number.MAX_SAFE_INTEGER }),
    agents: number('practice-agents', { from: 1, to: 2000 }),
    chats: number('practice-chats', { from: 0, to: 2000 }),
    rate: number('practice-rate', { from: 0, to: 1000 }),
    port: number('practice-port', { from: 0, to: 65535 }),
    controlToken: text('practice-control'),
  });
  const verifyTarget = text('verify');
  const startsOnPracticeFloor = values['practice'] === true;
  const startsHidden = values['hidden'] === true;
  if (serverUrl !== null && startsOnPracticeFloor) {
    complaints.push('--server and --practice exclude each other');
  }
  return complaints.length === 0
    ? { ok: true, flags: { serverUrl, startsOnPracticeFloor, startsHidden, practice, verifyTarget } }
    : { ok: false, complaint: complaints.join('\n') };
}

function isHttpAddress(written: string): boolean {
  return URL.canParse(written) && ['https:', 'http:'].includes(new URL(written).protocol);
}

/** Removes absent options, so that the defaults of the practice floor apply. */
function present(said: { readonly [K in keyof PracticeFlags]-?: PracticeFlags[K] | null }): PracticeFlags {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
}
