import { fork } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { merged, type Tally } from './tally';

/** Which cases of a run to play: positions `from` (inclusive) to `to` (exclusive). */
export interface CaseRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export type PlayCases = (range: CaseRange) => Promise<Tally> | Tally;

const shardFile = fileURLToPath(new URL('./shard.ts', import.meta.url));
const perStretch = 40;

/**
 * Plays the cases a module knows (its `playCases`) in as many processes as there are processors, in short stretches, so
 * that no process waits for the slowest and none grows old. `stretchesPerProcess` ends a process sooner, for cases that keep memory. A process of its own also keeps the globals of one measure
 * from those of another.
 */
export async function playInShards(
  moduleUrl: string,
  seed: number,
  count: number,
  stretch = perStretch,
  stretchesPerProcess = Number.POSITIVE_INFINITY,
): Promise<Tally> {
  const stretches = Array.from({ length: Math.ceil(count / stretch) }, (_, at) => ({
    seed,
    from: at * stretch,
    to: Math.min(count, (at + 1) * stretch),
  }));
  const tallies: Tally[] = [];
  const work = async (): Promise<void> => {
    while (stretches.length > 0) {
      const shard = new Shard(moduleUrl);
      try {
        for (let played = 0; played < stretchesPerProcess; played += 1) {
          const range = stretches.shift();
          if (range === undefined) break;
          tallies.push(await shard.play(range));
        }
      } finally {
        shard.end();
      }
    }
  };
  const processors = Math.max(1, Math.min(availableParallelism(), 4, stretches.length));
  await Promise.all(Array.from({ length: processors }, work));
  return merged(tallies);
}

class Shard {
  readonly #process;

  constructor(moduleUrl: string) {
    this.#process = fork(shardFile, [moduleUrl], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    // What only computes gives way to what measures time beside it.
    if (this.#process.pid !== undefined) setPriority(this.#process.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  }

  play(range: CaseRange): Promise<Tally> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => {
        reject(
          new Error(
            `cases ${range.from} to ${range.to} of seed ${range.seed} ended their process with ${String(code)}`,
          ),
        );
      };
      this.#process.once('exit', ended);
      this.#process.once('message', (tally) => {
        this.#process.off('exit', ended);
        resolve(tally as Tally);
      });
      this.#process.send(range);
    });
  }

  end(): void {
    if (this.#process.connected) this.#process.disconnect();
  }
}
