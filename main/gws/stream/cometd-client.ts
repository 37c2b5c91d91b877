import { AckExtension, CometD, type FailureDecision, type Message } from 'cometd';
import type { Clock, Disposer } from '../../base/clock';
import type { Logger } from '../../base/log';
import type { HoldTuner } from './hold-tuner';
import type { CometdRunner } from './cometd-runner';
import type { PollingTransport } from './polling-transport';

export interface CometdClientOptions {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly door: CometdRunner;
  readonly transport: PollingTransport;
  /** Hold time proposed to the server with every poll. */
  readonly hold: Pick<HoldTuner, 'holdMs'>;
  /** Called for every message before the library; its result is what the library gets. */
  readonly inspect: (message: Message) => Message;
  /** Called after a failed handshake or poll. Until `carryOut` is called, the library does nothing more. */
  readonly decide: (message: Message, decision: FailureDecision, carryOut: (next: FailureDecision) => void) => void;
}

/** A `cometd` client reduced to the Bayeux protocol. */
export interface CometdClient {
  readonly cometd: CometD;
  /** Cancels its timers and drops its requests for good. */
  release(): void;
}

/**
 * Creates a `cometd` client reduced to the Bayeux protocol: our transport, timers on our clock, log messages without
 * contents, and `decide` is called before every retry. A message that makes the library throw is skipped; without
 * this the library would drop the rest of the response and stop polling.
 */
export function createCometdClient(options: CometdClientOptions): CometdClient {
  return options.door.run(() => {
    const cometd = new CometD();
    const timers = replaceTimers(cometd, options);
    quieten(cometd, options.log);
    cometd.unregisterTransports();
    cometd.registerTransport('long-polling', options.transport);
    cometd.registerExtension('ack', new AckExtension());
    cometd.registerExtension('shorterPolls', { outgoing: (message) => proposeHold(message, options.hold.holdMs) });
    const receive = cometd.receive.bind(cometd);
    cometd.receive = (message) => {
      try {
        receive(options.inspect(message));
      } catch (cause) {
        options.log.warn('cometd threw on a message; skipped it', {
          channel: message.channel.startsWith('/meta/') ? message.channel : 'news',
          error: cause instanceof Error ? cause.name : typeof cause,
        });
      }
    };
    cometd.onTransportFailure = options.decide;
    cometd.configure({
      url: options.url,
      useWorkerScheduler: false,
      maxNetworkDelay: 60_000,
      advice: { timeout: options.hold.holdMs, interval: 0, maxInterval: 0 },
      maxSendBayeuxMessageSize: 262_144,
    });
    return {
      cometd,
      release() {
        timers.cancelAll();
        options.transport.dropAll();
      },
    };
  });
}

/** The library marks the first poll of a session as not held; that one stays unchanged. */
function proposeHold(message: Message, holdMs: number): Message {
  if (message.channel === '/meta/connect' && message.advice?.timeout === undefined) {
    message.advice = { ...message.advice, timeout: holdMs };
  }
  return message;
}

function replaceTimers(cometd: CometD, { clock, door }: CometdClientOptions): { cancelAll: Disposer } {
  const running = new Set<Disposer>();
  cometd.setTimeout = (work, delayMs) => {
    const cancel = clock.after(delayMs, () => {
      running.delete(cancel);
      door.run(work);
    });
    running.add(cancel);
    return cancel;
  };
  cometd.clearTimeout = (handle: unknown) => {
    const cancel = [...running].find((candidate) => candidate === handle);
    cancel?.();
    if (cancel !== undefined) running.delete(cancel);
  };
  return {
    cancelAll() {
      for (const cancel of running) cancel();
      running.clear();
    },
  };
}

/** The library's sentences are fixed and safe, but it appends whole messages, which must not be logged. */
function quieten(cometd: CometD, log: Logger): void {
  const firstWords = (words: readonly unknown[]): string => (typeof words[0] === 'string' ? words[0] : 'no words');
  cometd._debug = () => undefined;
  cometd._info = (...words) => {
    log.debug('cometd', { words: firstWords(words) });
  };
  cometd._warn = (...words) => {
    log.warn('cometd warning', { words: firstWords(words) });
  };
}
