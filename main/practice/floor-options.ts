import type { Random } from '../base/random';
import type { Clock } from '../base/clock';
import type { Quirks } from './wire/quirks';

export interface PracticeServerOptions {
  /** 0 (the default): any free port. */
  readonly port?: number;
  readonly host?: string;
  readonly agents?: number;
  /** Conversations kept going. */
  readonly chats?: number;
  /** Scripted events per second over the whole floor; 0: nothing happens by itself. */
  readonly rate?: number;
  readonly seed?: number;
  /** How many times faster than real time the floor's clock runs; 0: only `control.advance` moves it. */
  readonly timeScale?: number;
  readonly quirks?: Partial<Quirks>;
  /** Opens the control interface over HTTP to whoever sends this token in `X-Practice-Token`, from this machine only. */
  readonly controlToken?: string | null;
  readonly clock?: Clock;
  readonly random?: Random;
  readonly sessionIdleMs?: number;
  /** How long a poll is held. */
  readonly pollTimeoutMs?: number;
  /** How long the server remembers a stream session that does not poll. */
  readonly pollMaxIntervalMs?: number;
  /** How long clients are advised to wait between two polls. */
  readonly pollIntervalMs?: number;
}

export const practiceDefaults = { agents: 12, chats: 8, rate: 1, seed: 1, timeScale: 1 } as const;
