import type { Random } from '../base/random';
import type { Clock } from '../base/clock';
import type { Quirks } from './wire/quirks';

export interface PracticeServerOptions {
  /** 0 (default): any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly agents?: number;
  /** Number of chats kept running. */
  readonly chats?: number;
  /** Scripted events per second over all chats; 0: none. */
  readonly rate?: number;
  readonly seed?: number;
  /** Speed of the simulated clock relative to real time; 0: only `control.advance` moves it. */
  readonly timeScale?: number;
  readonly quirks?: Partial<Quirks>;
  /** Opens the control interface over HTTP, from this machine only, to clients that send this token in `X-Practice-Token`. */
  readonly controlToken?: string | null;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly sessionIdleMs?: number;
  /** How long a poll is held, in milliseconds. */
  readonly pollTimeoutMs?: number;
  /** How long the server keeps a stream session that does not poll, in milliseconds. */
  readonly pollMaxIntervalMs?: number;
  /** Advised pause between two polls, in milliseconds. */
  readonly pollIntervalMs?: number;
}

export const practiceDefaults = { agents: 12, chats: 8, rate: 1, seed: 1, timeScale: 1 } as const;
