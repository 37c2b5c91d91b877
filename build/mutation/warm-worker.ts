import { ThreadsPoolWorker, type PoolOptions, type PoolWorker, type WorkerRequest } from 'vitest/node';

type Listener = (argument: unknown) => void;

/** The thread of this process and whether its environment is set up. */
let warm: { thread: ThreadsPoolWorker; isSetUp: boolean } | undefined;

/**
 * A vitest worker that survives the end of a run. Stryker runs vitest once per mutant, and vitest starts a thread and
 * imports every module for each run. A mutant is only a value that instrumented code reads, so the modules can stay.
 */
export class WarmWorker implements PoolWorker {
  readonly name = 'threads';
  readonly #listeners: [event: string, listener: Listener][] = [];
  readonly #thread: ThreadsPoolWorker;
  readonly #project: PoolOptions['project'];

  constructor(options: PoolOptions) {
    this.#project = options.project;
    warm ??= { thread: new ThreadsPoolWorker(options), isSetUp: false };
    this.#thread = warm.thread;
  }

  async start() {
    if (!warm?.isSetUp) await this.#thread.start();
  }

  /** The thread goes on; only the listeners of this run go. */
  stop(): Promise<void> {
    for (const [event, listener] of this.#listeners) this.#thread.off(event, listener);
    return Promise.resolve();
  }

  on(event: string, listener: Listener) {
    this.#listeners.push([event, listener]);
    this.#thread.on(event, listener);
  }

  off(event: string, listener: Listener) {
    this.#thread.off(event, listener);
  }

  send(message: WorkerRequest) {
    if (message.type === 'stop') this.#answer('stopped');
    else if (message.type === 'start' && warm?.isSetUp) this.#answer('started');
    else {
      if (message.type === 'start' && warm) warm.isSetUp = true;
      if (message.type === 'run') this.#selectTests(message.context.files);
      this.#thread.send(message);
    }
  }

  /**
   * Names the tests of this run with each file. The thread keeps the configuration it was started with: after a timeout
   * that is the selection of another mutant.
   */
  #selectTests(files: Extract<WorkerRequest, { type: 'run' }>['context']['files']) {
    const testNamePattern = this.#project.config.testNamePattern ?? /(?:)/u;
    for (const file of files) Object.assign(file, { testNamePattern });
  }

  deserialize(data: unknown) {
    return data;
  }

  #answer(type: 'started' | 'stopped') {
    const response = { type, __vitest_worker_response__: true };
    queueMicrotask(() => {
      for (const [event, listener] of [...this.#listeners]) if (event === 'message') listener(response);
    });
  }
}
