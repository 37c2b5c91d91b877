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
  /** How long a poll may be held, proposed to the server with every one. */
  readonly hold: Pick<HoldTuner, 'holdMs'>;
  /** Sees every message before the library does; what it returns is what the library gets. */
  readonly inspect: (message: Message) => Message;
  /** Asked after a failed handshake or poll. Unless `carryOut` is called, now or later, the library rests for good. */
  readonly decide: (message: Message, decision: FailureDecision, carryOut: (next: FailureDecision) => void) => void;
}

/** The library with its own habits taken out of its hands, and the way to let go of it. */
export interface CometdClient {
  readonly cometd: CometD;
  /** Cancels its timers and drops its requests: it will never stir again. */
  release(): void;
}

/**
 * A `cometd` that does Bayeux and nothing else: one transport (ours), timers on our clock, its log on ours without
 * contents, and every decision about failing and retrying asked of us. A message that makes it throw costs only that
 * message (by itself it would drop the rest of the answer and never poll again).
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
        options.log.warn('the library stumbled over a message; going on with the next', {
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

/** The library marks the first poll of a session as not to be held; that one is left as it is. */
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

/** Its sentences are fixed and safe; what it appends to them are whole messages, which are not for a log. */
function quieten(cometd: CometD, log: Logger): void {
  const firstWords = (words: readonly unknown[]): string => (typeof words[0] === 'string' ? words[0] : 'no words');
  cometd._debug = () => undefined;
  cometd._info = (...words) => {
    log.debug('the library says', { words: firstWords(words) });
  };
  cometd._warn = (...words) => {
    log.warn('the library warns', { words: firstWords(words) });
  };
}
