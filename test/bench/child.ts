import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Waiting {
  readonly type: string;
  readonly resolve: (report: never) => void;
  readonly reject: (reason: Error) => void;
}

/** A process of the bench that reports by messages and ends with this one. */
export class Child<Report extends { readonly type: string }> {
  readonly #process: ChildProcess;
  readonly #waiting: Waiting[] = [];
  readonly #reports: Report[] = [];

  /** `file`: below `test/bench`. */
  constructor(file: string, args: readonly string[] = []) {
    this.#process = fork(fileURLToPath(new URL(`./${file}`, import.meta.url)), args, {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process.on('message', (report) => {
      this.#reports.push(report as Report);
      this.#deliver();
    });
    this.#process.once('exit', (code) => {
      const reason = new Error(`${file} ended with ${String(code)}`);
      for (const { reject } of this.#waiting.splice(0)) reject(reason);
    });
  }

  order(order: object): void {
    this.#process.send(order);
  }

  /** The next report of that type that was not taken yet. */
  next<Type extends Report['type']>(type: Type): Promise<Extract<Report, { readonly type: Type }>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ type, resolve, reject });
      this.#deliver();
    });
  }

  end(): void {
    this.#process.disconnect();
  }

  #deliver(): void {
    for (const waiting of [...this.#waiting]) {
      const place = this.#reports.findIndex(({ type }) => type === waiting.type);
      if (place < 0) continue;
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      waiting.resolve(this.#reports.splice(place, 1)[0] as never);
    }
  }
}
