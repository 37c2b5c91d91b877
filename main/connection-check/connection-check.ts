import type { CheckProblem, CheckResult, CheckStep, ConnectionCheckState, Result, Done } from '../../preload/contract';
import { checkSteps } from '../../preload/contract/model/connection-check';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { done, fail } from '../base/result';
import { runInBackground } from '../base/run-in-background';
import { NetworkSteps } from './network-steps';
import type { NetworkLookup, ServerProbe, SessionLink } from './ports';
import { SessionSteps } from './session-steps';
import { notTried, type StepEnd } from './step-result';

export interface ConnectionCheckOptions {
  readonly network: NetworkLookup;
  readonly openProbe: (baseUrl: string) => ServerProbe;
  /** The connection of the open session; `null` while signed out. */
  readonly link: () => SessionLink | null;
  /** Returns the base address that an address as typed stands for, or why a sign-in may not use it. */
  readonly readAddress: (typed: string) => Result<string>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onChange: (state: ConnectionCheckState) => void;
}

type Steps = Partial<Record<CheckStep, () => Promise<StepEnd>>>;

/**
 * One connection check at a time.
 *
 * 1. Signed in, it checks the address in use; otherwise the one that is typed, as far as that goes without a session.
 * 2. The steps run in order, and each change is published. The first failure ends the check.
 * 3. `stop` ends it at once. Results that arrive later are dropped, so a stopped step stays "not tried".
 * 4. A new check replaces one that is under way.
 */
export class ConnectionCheck {
  readonly #options: ConnectionCheckOptions;
  #state: ConnectionCheckState | null = null;
  #probe: ServerProbe | null = null;
  #run = 0;

  constructor(options: ConnectionCheckOptions) {
    this.#options = options;
  }

  get state(): ConnectionCheckState | null {
    return this.#state;
  }

  /** Resolves when the check has begun. `typed` is of no use while signed in. */
  start(typed: string): Result<Done> {
    const link = this.#options.link();
    const address = link === null ? this.#options.readAddress(typed) : { ok: true as const, value: link.baseUrl };
    if (!address.ok) return address;
    this.stop();
    const { network, openProbe, clock, log } = this.#options;
    const probe = openProbe(address.value);
    this.#probe = probe;
    const server = new NetworkSteps({ baseUrl: address.value, network, probe, clock });
    this.#publish({
      host: new URL(address.value).host,
      startedAt: clock.now(),
      isRunning: true,
      isSignedIn: link !== null,
      results: allSteps(() => ({ is: 'waiting' })),
    });
    const steps = { ...stepsOfServer(server), ...(link === null ? {} : stepsOfSession(new SessionSteps(link, clock))) };
    runInBackground(this.#runSteps(this.#run, steps), 'checking the connection', log);
    return done;
  }

  /** Steps without a result become "not tried". */
  stop(): void {
    this.#finish((_step, result) =>
      result.is === 'waiting' || result.is === 'running' ? notTried('stopped') : result,
    );
  }

  /** A check ends with the session that it looks at, or once there is one to look at. */
  sessionChanged(isSignedIn: boolean): void {
    if (this.#state?.isRunning === true && this.#state.isSignedIn !== isSignedIn) this.stop();
  }

  async #runSteps(run: number, steps: Steps): Promise<void> {
    for (const step of checkSteps) {
      const attempt = steps[step];
      if (attempt === undefined) {
        this.#set(step, notTried('notSignedIn'));
        continue;
      }
      this.#set(step, { is: 'running' });
      const end = await attempt().catch((cause: unknown): StepEnd => this.#broken(step, cause));
      if (run !== this.#run) return;
      if (end.is === 'failed') {
        this.#options.log.info('connection check failed', { step: end.at });
        this.#fail(end.at, end.problem);
        return;
      }
      this.#set(step, end);
    }
    this.#finish();
  }

  /** What came after the failed step was not tried, even if a later step showed the failure. */
  #fail(at: CheckStep, problem: CheckProblem): void {
    const from = checkSteps.indexOf(at);
    this.#finish((step, result) => {
      if (step === at) return { is: 'failed', problem };
      return checkSteps.indexOf(step) > from ? notTried('afterFailure') : result;
    });
  }

  #broken(step: CheckStep, cause: unknown): StepEnd {
    this.#options.log.error('connection check threw', { step, cause });
    return { is: 'failed', at: step, problem: { kind: 'error', error: fail('internal').error } };
  }

  #set(step: CheckStep, result: CheckResult): void {
    if (this.#state === null) return;
    this.#publish({ ...this.#state, results: { ...this.#state.results, [step]: result } });
  }

  #finish(settle: (step: CheckStep, result: CheckResult) => CheckResult = (_step, result) => result): void {
    this.#run += 1;
    const probe = this.#probe;
    this.#probe = null;
    if (probe !== null) runInBackground(probe.close(), 'closing the connection check', this.#options.log);
    const state = this.#state;
    if (state === null || !state.isRunning) return;
    this.#publish({ ...state, isRunning: false, results: allSteps((step) => settle(step, state.results[step])) });
  }

  #publish(state: ConnectionCheckState): void {
    this.#state = state;
    this.#options.onChange(state);
  }
}

function allSteps(resultOf: (step: CheckStep) => CheckResult): ConnectionCheckState['results'] {
  return Object.fromEntries(checkSteps.map((step) => [step, resultOf(step)])) as Record<CheckStep, CheckResult>;
}

function stepsOfServer(steps: NetworkSteps): Steps {
  return {
    name: () => steps.name(),
    proxy: () => steps.proxy(),
    reach: () => steps.reach(),
    encryption: () => steps.encryption(),
    server: () => steps.server(),
    signIn: () => steps.signIn(),
  };
}

/** The session in use replaces the question how to sign in. */
function stepsOfSession(steps: SessionSteps): Steps {
  return {
    signIn: () => steps.signIn(),
    cookies: () => steps.cookies(),
    token: () => steps.token(),
    handshake: () => steps.handshake(),
    poll: () => steps.poll(),
    event: () => steps.event(),
  };
}
