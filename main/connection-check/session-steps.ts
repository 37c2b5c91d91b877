import type { Result } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { SessionLink, SessionTraits, StreamFacts } from './ports';
import { failedBy, notTried, passed, type StepEnd } from './step-result';

/** Milliseconds: longer than a poll may take until it counts as lost. */
const streamWithinMs = 16_000;

/**
 * The steps of an open session. The stream in use is observed, and nothing is opened next to it: the server would slow
 * a second stream of this session down, and count a second session.
 */
export class SessionSteps {
  readonly #link: SessionLink;
  readonly #clock: Clock;
  #asked: Promise<Result<SessionTraits>> | null = null;

  constructor(link: SessionLink, clock: Clock) {
    this.#link = link;
    this.#clock = clock;
  }

  async signIn(): Promise<StepEnd> {
    const traits = await this.#traits();
    if (traits.ok) return passed('signedIn');
    const { code, values } = traits.error;
    return failedBy({ code, values: { host: new URL(this.#link.baseUrl).host, ...values } }, 'signIn');
  }

  async cookies(): Promise<StepEnd> {
    const traits = await this.#traits();
    return passed(traits.ok && traits.value.keepsCookies ? 'cookieKept' : 'cookiesNotUsed');
  }

  /** Every request of the stream is a write, so a token that the server rejects shows there. */
  async token(): Promise<StepEnd> {
    const { problem } = this.#link.stream.facts();
    if (problem?.reason === 'tokenStale') return { is: 'failed', at: 'token', problem: { kind: 'reason', ...problem } };
    const traits = await this.#traits();
    return passed(traits.ok && traits.value.usesToken ? 'tokenKept' : 'tokenNotUsed');
  }

  async handshake(): Promise<StepEnd> {
    const facts = await this.#when(({ subscribedAt, problem }) => subscribedAt !== null || problem !== null);
    if (facts.subscribedAt !== null) return passed('handshakeKept', { time: facts.subscribedAt });
    return this.#failed(facts, 'handshake');
  }

  async poll(): Promise<StepEnd> {
    const before = this.#link.stream.facts().pollCount;
    const facts = await this.#when(({ pollCount, problem }) => pollCount > before || problem !== null);
    if (facts.pollCount === before) return this.#failed(facts, 'poll');
    if (facts.lastHeldMs === null) return passed('pollAnsweredOnce');
    return passed('pollAnswered', { seconds: Math.round(facts.lastHeldMs / 1000) });
  }

  event(): Promise<StepEnd> {
    const { lastEventAt } = this.#link.stream.facts();
    return Promise.resolve(
      lastEventAt === null ? notTried('noEventYet') : passed('eventArrived', { time: lastEventAt }),
    );
  }

  #traits(): Promise<Result<SessionTraits>> {
    this.#asked ??= this.#link.traits();
    return this.#asked;
  }

  #failed({ problem }: StreamFacts, at: 'handshake' | 'poll'): StepEnd {
    return { is: 'failed', at, problem: { kind: 'reason', ...(problem ?? { reason: 'noAnswer' }) } };
  }

  /** Returns the facts once they say enough, or as they are when the time is over. */
  #when(isEnough: (facts: StreamFacts) => boolean): Promise<StreamFacts> {
    const { stream } = this.#link;
    return new Promise((resolve) => {
      const look = (isLate: boolean): void => {
        const facts = stream.facts();
        if (!isLate && !isEnough(facts)) return;
        cancel();
        dispose();
        resolve(facts);
      };
      const dispose = stream.subscribe(() => {
        look(false);
      });
      const cancel = this.#clock.after(streamWithinMs, () => {
        look(true);
      });
      look(false);
    });
  }
}
