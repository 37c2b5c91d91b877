import type { FailureDecision, Message } from 'cometd';
import type { Clock, Disposer } from '../../base/clock';
import type { Logger } from '../../base/log';
import { CometdRunner } from './cometd-runner';
import { PollingTransport, type PollingOptions } from './polling-transport';
import { createCometdClient, type CometdClient } from './tamed-cometd';
import { StreamRequestError, streamProblem, type StreamProblem } from './stream-problem';

/** What one generation tells, always after the library has returned, and never again once it was let go. */
export interface BayeuxSessionListener {
  /** The server itself answered, with Bayeux or with a refusal of its own; told before what the response says. */
  answered(): void;
  /** The server made a session for us and took our subscriptions: news may come from now on. */
  onSubscribed(): void;
  /** A poll was answered well in a session that listens. One answered before `subscribed` is told right after it. */
  onPoll(): void;
  /** A poll failed, the session may live on. `pollAgain` goes on with it, when the listener sees fit. */
  onInterrupted(trouble: StreamProblem, pollAgain: () => void): void;
  /** Messages on other than meta channels, in the order of one answer. */
  onMessages(messages: readonly unknown[]): void;
  /** This session is of no more use. The generation has let go of everything already. */
  onEnded(trouble: StreamProblem): void;
}

export interface BayeuxSessionOptions extends Omit<PollingOptions, 'door' | 'onAnswered'> {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly channels: readonly string[];
  /** Asked for as well; a server that refuses one of them is followed without it. */
  readonly optionalChannels?: readonly string[];
  readonly onChannelRefused?: (channel: string) => void;
  readonly listener: BayeuxSessionListener;
}

/** Longer than any request of ours may take: past this with no poll answered and none failed, the loop has died. */
const silenceMs = 20_000;
const farewellMs = 2_000;
/** A server that keeps refusing polls without ever saying what to do has forgotten us. */
const refusalsBeforeHandshake = 3;

/**
 * One Bayeux session from its handshake to its end, on one instance of the library.
 *
 * handshake -> subscribe to every channel (and to further ones, which the server may refuse) -> poll, poll, poll. The library is never allowed to make a second handshake
 * by itself: whatever would need one ends the generation, and whoever supervises makes a new generation when it is
 * time. So every session subscribes, no retry escapes the supervisor's pace, and nothing of an old session can reach a
 * new one. What the server advises decides what a refusal means, never the number or the text of an error.
 */
export class BayeuxSession {
  readonly #options: BayeuxSessionOptions;
  readonly #door: CometdRunner;
  readonly #transport: PollingTransport;
  readonly #tamed: CometdClient;
  #hasAcknowledgements = false;
  #isListening = false;
  #hasPolled = false;
  #isOver = false;
  #isLeaving = false;
  #refusals = 0;
  #hasToldOfNeighbours = false;
  #onMessages: unknown[] = [];
  #intervalMs = 0;
  #cancelSilence: Disposer = () => undefined;

  constructor(options: BayeuxSessionOptions) {
    this.#options = options;
    this.#door = new CometdRunner(options.log);
    this.#transport = new PollingTransport({
      ...options,
      door: this.#door,
      onAnswered: () => {
        this.#report((listener) => {
          listener.answered();
        });
      },
    });
    this.#tamed = createCometdClient({
      ...options,
      door: this.#door,
      transport: this.#transport,
      inspect: (message) => this.#inspect(message),
      decide: (message, decision, carryOut) => {
        this.#decide(message, decision, carryOut);
      },
    });
  }

  /** With acknowledgements a failed poll loses nothing: the server keeps what was not acknowledged and sends it again. */
  get hasAcknowledgements(): boolean {
    return this.#hasAcknowledgements;
  }

  start(): void {
    const { cometd } = this.#tamed;
    this.#watchSilence();
    this.#door.run(() => {
      cometd.addListener('/meta/handshake', (message) => {
        if (message.successful === true) this.#subscribe(message);
      });
      cometd.addListener('/meta/connect', (message) => {
        if (message.successful === true) this.#onPoll();
      });
      cometd.handshake();
    });
  }

  /** Gives up the poll under way in favour of one that is answered at once. False when none was under way. */
  pollNow(): boolean {
    return this.#door.run(() => this.#transport.abandonPoll());
  }

  /** Lets go without a word: for a session the server does not know any more. */
  abandon(): void {
    this.#isOver = true;
    this.#cancelSilence();
    this.#tamed.release();
  }

  /** Tells the server that we go, so that it keeps nothing for us; then lets go, answered or not. */
  async leave(): Promise<void> {
    if (this.#isOver) return;
    this.#isLeaving = true;
    this.#cancelSilence();
    await new Promise<void>((resolve) => {
      const cancel = this.#options.clock.after(farewellMs, resolve);
      this.#door.run(() => {
        const { cometd } = this.#tamed;
        const leftNow = (): void => {
          cancel();
          resolve();
        };
        if (cometd.getClientId() === null) leftNow();
        else cometd.disconnect(leftNow);
      });
    });
    this.abandon();
  }

  #subscribe(handshake: Message): void {
    this.#hasAcknowledgements = agreesToAcknowledge(handshake.ext);
    const { channels, optionalChannels = [], onChannelRefused } = this.#options;
    const wished = [...channels, ...optionalChannels];
    let open = wished.length;
    const { cometd } = this.#tamed;
    cometd.batch(() => {
      for (const channel of wished) {
        cometd.subscribe(
          channel,
          () => undefined,
          (reply) => {
            open -= 1;
            const isRefused = reply.successful !== true;
            const found = troubleOf(reply);
            if (isRefused && (found !== null || !optionalChannels.includes(channel))) {
              this.#end(found ?? streamProblem('serverError', 'handshake'));
              return;
            }
            if (isRefused) onChannelRefused?.(channel);
            if (open === 0) this.#listens();
          },
        );
      }
    });
  }

  #listens(): void {
    this.#isListening = true;
    this.#report((listener) => {
      listener.onSubscribed();
    });
    // The next poll may be held for as long as nothing happens; which of two responses came first says nothing.
    if (this.#hasPolled) this.#tellPolled();
  }

  /** News goes to the listener whatever answer it came in and whether or not the library knows of a subscription. */
  #inspect(message: Message): Message {
    if (message.advice?.interval !== undefined) this.#intervalMs = message.advice.interval;
    if (message.advice?.['multiple-clients'] === true && !this.#hasToldOfNeighbours) {
      this.#hasToldOfNeighbours = true;
      this.#options.log.warn('the server sees another session of this machine and slows this one down');
    }
    if (!message.channel.startsWith('/meta/')) {
      if (message.data !== undefined) this.#keepNews(message.data);
      return message;
    }
    if (message.channel === '/meta/disconnect' && !this.#isLeaving) this.#end(told('serverStopped', 'rest'));
    const isOpening = message.channel === '/meta/connect' || message.channel === '/meta/handshake';
    if (!isOpening || message.successful !== true) return message;
    if (message.advice?.reconnect === 'none') this.#end(told('serverStopped', 'rest'));
    if (message.advice?.reconnect !== 'handshake') return message;
    if (message.channel === '/meta/connect') this.#end(told('streamForgotten', 'handshake'));
    // The library has no answer to this one and would stop polling for good.
    return { ...message, advice: { ...message.advice, reconnect: 'retry' } };
  }

  #keepNews(data: unknown): void {
    this.#onMessages.push(data);
    if (this.#onMessages.length > 1) return;
    this.#report((listener) => {
      const news = this.#onMessages;
      this.#onMessages = [];
      listener.onMessages(news);
    });
  }

  #onPoll(): void {
    this.#refusals = 0;
    this.#hasPolled = true;
    this.#watchSilence();
    if (this.#isListening) this.#tellPolled();
  }

  #tellPolled(): void {
    this.#report((listener) => {
      listener.onPoll();
    });
  }

  #decide(message: Message, decision: FailureDecision, carryOut: (next: FailureDecision) => void): void {
    if (this.#isLeaving) return;
    const found = troubleOf(message) ?? this.#troubleFromAdvice(decision);
    if (message.channel === '/meta/handshake' || (found.remedy !== 'tryAgain' && found.remedy !== 'refreshToken')) {
      this.#end(found);
      return;
    }
    this.#cancelSilence();
    const pollAgain = (): void => {
      if (this.#isOver) return;
      this.#watchSilence();
      this.#door.run(() => {
        carryOut({ ...decision, action: 'retry', delay: 0 });
      });
    };
    this.#report((listener) => {
      listener.onInterrupted(found, pollAgain);
    });
  }

  #troubleFromAdvice(decision: FailureDecision): StreamProblem {
    if (decision.cause === 'negotiation') return streamProblem('notOurServer', 'tryAgain', { isUnreachable: true });
    if (decision.action === 'none') return told('serverStopped', 'rest');
    this.#refusals += 1;
    const isForgotten = decision.action === 'handshake' || this.#refusals >= refusalsBeforeHandshake;
    return told('streamForgotten', isForgotten ? 'handshake' : 'tryAgain');
  }

  #watchSilence(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#options.clock.after(silenceMs + this.#intervalMs, () => {
      this.#end(streamProblem('noAnswer', 'handshake'));
    });
  }

  /** Whatever else came in the same answer is told first; then the end, once, and nothing after it. */
  #end(found: StreamProblem): void {
    this.#report(() => {
      this.#report((listener) => {
        this.abandon();
        listener.onEnded(found);
      });
    });
  }

  #report(tell: (listener: BayeuxSessionListener) => void): void {
    this.#door.defer(() => {
      if (!this.#isOver && !this.#isLeaving) tell(this.#options.listener);
    });
  }
}

/** A trouble that the server's own words name. */
function told(reason: StreamProblem['reason'], remedy: StreamProblem['remedy']): StreamProblem {
  return streamProblem(reason, remedy, { isAnswered: true });
}

function troubleOf(message: Message): StreamProblem | null {
  const failure = message.failure;
  if (failure === undefined) return null;
  return failure.exception instanceof StreamRequestError
    ? failure.exception.streamProblem
    : streamProblem('connectionLost', 'tryAgain');
}

/** The reply is `true` in the older form of the extension and an object in the newer. */
function agreesToAcknowledge(ext: object | undefined): boolean {
  const ack: unknown = ext !== undefined && 'ack' in ext ? ext.ack : false;
  return ack === true || (typeof ack === 'object' && ack !== null && 'enabled' in ack && ack.enabled === true);
}
