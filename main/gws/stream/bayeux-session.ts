import type { FailureDecision, Message } from 'cometd';
import type { Clock, Disposer } from '../../base/clock';
import type { Logger } from '../../base/log';
import { CometdRunner } from './cometd-runner';
import { PollPause, type PausedPolls } from './poll-pause';
import { PollingTransport, type PollingOptions } from './polling-transport';
import { agreesToAcknowledge } from './bayeux-messages';
import { createCometdClient, type CometdClient } from './cometd-client';
import { StreamRequestError, streamProblem, type StreamProblem } from './stream-problem';

/** Receives what arrives in one session. Called after the library has returned, and never after the session closed. */
export interface BayeuxListener {
  /** The server accepted handshake and subscriptions; messages may arrive from now on. */
  onSubscribed(): void;
  /** Messages on channels other than meta channels, in the order of the response. */
  onMessages(messages: readonly unknown[]): void;
}

/** Decides how one session continues. Called like `BayeuxListener`. */
export interface BayeuxSessionOwner {
  /** The server itself responded, with Bayeux or a refusal. Called before the contents are handled. */
  answered(): void;
  /**
   * A poll succeeded in a subscribed session. One that succeeds before `onSubscribed` is reported right after it.
   */
  onPoll(): void;
  /** A poll failed, but the session may still exist. `pollAgain` continues it when the listener decides so. */
  onInterrupted(problem: StreamProblem, pollAgain: () => void): void;
  /** The session ended. All its resources are already released. */
  onEnded(problem: StreamProblem): void;
}

export interface BayeuxSessionOptions extends Omit<PollingOptions, 'door' | 'onAnswered'>, PausedPolls {
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly channels: readonly string[];
  /** Requested too; the session continues without those that the server refuses. */
  readonly optionalChannels?: readonly string[];
  readonly onChannelRefused?: (channel: string) => void;
  readonly listener: BayeuxListener;
  readonly owner: BayeuxSessionOwner;
}

/**
 * Milliseconds; longer than any request may take. Without a successful or failed poll for this long, the loop has
 * died.
 */
const silenceMs = 20_000;
const farewellMs = 2_000;
/** Polls in a row, refused without advice or unreadable: the server forgot the session, or repeats the unreadable. */
const refusalsBeforeHandshake = 3;

/**
 * One Bayeux session on one library instance: handshake, subscribe to the required and optional channels, then poll
 * until it ends.
 *
 * The library never handshakes a second time. Whatever would need that ends this session, and `StreamManager` opens
 * the next one after its backoff. So every session subscribes, no retry bypasses the backoff, and nothing of an old
 * session reaches a new one. The server's advice decides how a refusal is handled, never the number or text of the
 * error.
 */
export class BayeuxSession {
  readonly #options: BayeuxSessionOptions;
  readonly #door: CometdRunner;
  readonly #transport: PollingTransport;
  readonly #client: CometdClient;
  readonly #pause: PollPause;
  #hasAcknowledgements = false;
  #isListening = false;
  #hasPolled = false;
  #isOver = false;
  #isLeaving = false;
  #refusals = 0;
  #hasWarnedOfNeighbours = false;
  #onMessages: unknown[] = [];
  #intervalMs = 0;
  #cancelSilence: Disposer = () => undefined;

  constructor(options: BayeuxSessionOptions) {
    this.#options = options;
    this.#door = new CometdRunner(options.log);
    this.#pause = new PollPause(options.pollPauseMs);
    this.#transport = new PollingTransport({
      ...options,
      door: this.#door,
      onAnswered: () => {
        this.#report(() => options.owner.answered());
      },
    });
    this.#client = createCometdClient({
      ...options,
      door: this.#door,
      transport: this.#transport,
      inspect: (message) => this.#inspect(message),
      decide: (message, decision, carryOut) => {
        this.#decide(message, decision, carryOut);
      },
    });
  }

  /** With acknowledgements a failed poll loses nothing: the server repeats what was not acknowledged. */
  get hasAcknowledgements(): boolean {
    return this.#hasAcknowledgements;
  }

  start(): void {
    const { cometd } = this.#client;
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

  /** Replaces the current poll by one that returns at once. Returns false if no poll was in flight. */
  pollNow(): boolean {
    return this.#door.run(() => this.#transport.abandonPoll());
  }

  /** Closes without notifying the server, which no longer knows the session. */
  abandon(): void {
    this.#isOver = true;
    this.#cancelSilence();
    this.#client.release();
  }

  /** Disconnects, so that the server keeps nothing for us, and closes even without a response. */
  async leave(): Promise<void> {
    if (this.#isOver) return;
    this.#isLeaving = true;
    this.#cancelSilence();
    await new Promise<void>((resolve) => {
      const cancel = this.#options.clock.after(farewellMs, resolve);
      this.#door.run(() => {
        const { cometd } = this.#client;
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
    const requestedChannels = [...channels, ...optionalChannels];
    let open = requestedChannels.length;
    const { cometd } = this.#client;
    cometd.batch(() => {
      for (const channel of requestedChannels) {
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
    this.#report(() => this.#options.listener.onSubscribed());
    // The next poll may be held until something happens, so report this one now; the order of responses says
    // nothing.
    if (this.#hasPolled) this.#reportPoll();
  }

  /** Messages go to the listener whatever response they came in, also if the library knows of no subscription. */
  #inspect(message: Message): Message {
    if (message.advice?.interval !== undefined) this.#intervalMs = message.advice.interval;
    if (message.advice?.['multiple-clients'] === true && !this.#hasWarnedOfNeighbours) {
      this.#hasWarnedOfNeighbours = true;
      this.#options.log.warn('server slows this session down: it has another one from this machine');
    }
    if (!message.channel.startsWith('/meta/')) {
      if (message.data !== undefined) this.#keepNews(message.data);
      return message;
    }
    if (message.channel === '/meta/disconnect' && !this.#isLeaving) this.#end(serverProblem('serverStopped', 'rest'));
    const isOpening = message.channel === '/meta/connect' || message.channel === '/meta/handshake';
    if (!isOpening || message.successful !== true) return message;
    if (message.advice?.reconnect === 'none') this.#end(serverProblem('serverStopped', 'rest'));
    if (message.advice?.reconnect !== 'handshake') return this.#pause.applyTo(message, this.#intervalMs);
    if (message.channel === '/meta/connect') this.#end(serverProblem('streamForgotten', 'handshake'));
    // The library does not handle this advice and would stop polling for good.
    return { ...message, advice: { ...message.advice, reconnect: 'retry' } };
  }

  #keepNews(data: unknown): void {
    this.#onMessages.push(data);
    if (this.#onMessages.length > 1) return;
    this.#report(() => {
      const messages = this.#onMessages;
      this.#onMessages = [];
      this.#options.listener.onMessages(messages);
    });
  }

  #onPoll(): void {
    this.#refusals = 0;
    this.#hasPolled = true;
    this.#watchSilence();
    if (this.#isListening) this.#reportPoll();
  }

  #reportPoll(): void {
    this.#report(() => this.#options.owner.onPoll());
  }

  #decide(message: Message, decision: FailureDecision, carryOut: (next: FailureDecision) => void): void {
    if (this.#isLeaving) return;
    const found = this.#withoutEndlessRepeats(troubleOf(message) ?? this.#troubleFromAdvice(decision));
    if (message.channel === '/meta/handshake' || !keepsSession.has(found.remedy)) {
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
    this.#report(() => this.#options.owner.onInterrupted(found, pollAgain));
  }

  #troubleFromAdvice(decision: FailureDecision): StreamProblem {
    if (decision.cause === 'negotiation') return streamProblem('notOurServer', 'tryAgain', { isUnreachable: true });
    if (decision.action === 'none') return serverProblem('serverStopped', 'rest');
    this.#refusals += 1;
    const isForgotten = decision.action === 'handshake' || this.#refusals >= refusalsBeforeHandshake;
    return serverProblem('streamForgotten', isForgotten ? 'handshake' : 'tryAgain');
  }

  #withoutEndlessRepeats(found: StreamProblem): StreamProblem {
    if (found.reason !== 'garbled') return found;
    this.#refusals += 1;
    return this.#refusals < refusalsBeforeHandshake ? found : { ...found, remedy: 'handshake' };
  }

  #watchSilence(): void {
    this.#cancelSilence();
    this.#cancelSilence = this.#options.clock.after(silenceMs + this.#intervalMs, () => {
      this.#end(streamProblem('noAnswer', 'handshake'));
    });
  }

  /** Ends once, after everything else in the same response was reported. */
  #end(found: StreamProblem): void {
    this.#report(() => {
      this.#report(() => {
        this.abandon();
        this.#options.owner.onEnded(found);
      });
    });
  }

  #report(notify: () => void): void {
    this.#door.defer(() => {
      if (!this.#isOver && !this.#isLeaving) notify();
    });
  }
}

/** Remedies after which the same Bayeux session goes on. */
const keepsSession = new Set<StreamProblem['remedy']>(['tryAgain', 'refreshToken', 'signInOnPage']);

function serverProblem(reason: StreamProblem['reason'], remedy: StreamProblem['remedy']): StreamProblem {
  return streamProblem(reason, remedy, { isAnswered: true });
}

function troubleOf(message: Message): StreamProblem | null {
  const failure = message.failure;
  if (failure === undefined) return null;
  return failure.exception instanceof StreamRequestError
    ? failure.exception.streamProblem
    : streamProblem('connectionLost', 'tryAgain');
}
