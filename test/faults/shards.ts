import { fork } from 'node:child_process';
import { availableParallelism, constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { merged, type Tally } from './tally';

/** Cases of a run to play: positions `from` (inclusive) to `to` (exclusive). */
export interface CaseRange {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

export type PlayCases = (range: CaseRange) => Promise<Tally> | Tally;

const shardFile = fileURLToPath(new URL('./shard.ts', import.meta.url));
const perStretch = 40;

/**
 * Plays the cases of a module (its `playCases`) in one process per processor, in short stretches to balance the load. `stretchesPerProcess`
 * ends a process sooner, for cases that keep memory. Separate processes also separate the globals of the measures.
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
    // Computing processes yield to those that measure time.
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
