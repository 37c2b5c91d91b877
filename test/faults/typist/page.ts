import type { Script } from 'node:vm';
import { Window } from 'happy-dom';
import type { Bridge } from '../../../preload/contract';
import type { Disposer } from '../../../main/base/clock';
import type { SimClock } from '../world/sim-clock';

export interface PageOptions {
  readonly script: Script;
  readonly clock: SimClock;
  readonly bridge: Bridge;
  readonly isWall: boolean;
}

const frameMs = 16;
let ids = 0;

/**
 * The page of one window as the program loads it: a realm with its own document and globals, which runs the renderer's bundle from its
 * first line, in the world's time.
 */
export class Page {
  readonly errors: string[] = [];
  readonly #window: Window;
  readonly #timers = new Map<number, Disposer>();
  #timerIds = 0;

  constructor({ script, clock, bridge, isWall }: PageOptions) {
    this.#window = new Window({
      url: `https://app.test/index.html${isWall ? '?window=wall' : ''}`,
      width: 1280,
      height: 800,
      settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
    });
    Object.assign(this.#window, this.#globals(clock, bridge));
    // Without a layout every element is 0 px high, and a virtual list shows nothing.
    for (const [name, size] of [
      ['clientHeight', 900],
      ['clientWidth', 1200],
      ['offsetHeight', 900],
      ['offsetWidth', 1200],
    ] as const) {
      Object.defineProperty(this.#window.HTMLElement.prototype, name, { configurable: true, get: () => size });
    }
    this.#window.document.body.innerHTML = '<div id="app"></div>';
    // The realm has its own clock and ids, which are real.
    this.#window.eval(`{
      const RealDate = Date;
      globalThis.Date = class extends RealDate {
        constructor(...given) { if (given.length === 0) super(worldNow()); else super(...given); }
        static now() { return worldNow(); }
      };
      for (const [name, value] of [
        ['performance', { now: () => worldMonotonicMs() }],
        ['crypto', { randomUUID: () => worldId() }],
      ]) Object.defineProperty(globalThis, name, { configurable: true, value });
    }`);
    script.runInContext(this.#window);
  }

  get document(): Document {
    return this.#window.document as unknown as Document;
  }

  /** The realm's own event classes. */
  get realm(): typeof globalThis & Window {
    return this.#window as unknown as typeof globalThis & Window;
  }

  close(): void {
    for (const undo of this.#timers.values()) undo();
    this.#timers.clear();
    void this.#window.happyDOM.abort();
  }

  #globals(clock: SimClock, bridge: Bridge): object {
    const { client } = clock;
    const start = (callback: (...values: unknown[]) => void, delayMs = 0, ...values: unknown[]): number => {
      const id = (this.#timerIds += 1);
      this.#timers.set(
        id,
        client.after(delayMs, () => {
          this.#timers.delete(id);
          this.#guarded(() => {
            callback(...values);
          });
        }),
      );
      return id;
    };
    const repeat = (callback: () => void, everyMs = 0): number => {
      const id = (this.#timerIds += 1);
      const again = (): void => {
        this.#timers.set(
          id,
          client.after(everyMs, () => {
            again();
            this.#guarded(callback);
          }),
        );
      };
      again();
      return id;
    };
    const stop = (id: number | undefined): void => {
      if (id === undefined) return;
      this.#timers.get(id)?.();
      this.#timers.delete(id);
    };
    return {
      sightline: bridge,
      setTimeout: start,
      clearTimeout: stop,
      setInterval: repeat,
      clearInterval: stop,
      requestAnimationFrame: (callback: (at: number) => void) =>
        start(() => {
          callback(client.monotonicMs());
        }, frameMs),
      cancelAnimationFrame: stop,
      requestIdleCallback: (callback: () => void) => start(callback, frameMs),
      reportError: (error: unknown) => this.#note(error),
      worldNow: () => client.now(),
      worldMonotonicMs: () => client.monotonicMs(),
      worldId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    };
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#note(error);
    }
  }

  #note(error: unknown): void {
    this.errors.push(error instanceof Object && 'stack' in error ? String(error.stack) : String(error));
  }
}
