import type { Result, SecretStoreState, SessionState, SignedInUser } from '../../../preload/contract';
import { fail, succeed } from '../../../main/base/result';
import type { CurrentSupervisor } from '../../../main/floor/events';
import type { KeyValueStore, SecretCipher } from '../../../main/session/sign-in-memory';
import type {
  SignInOutcome,
  PlatformPort,
  SessionRecorder,
  SignInRequest,
} from '../../../main/session/session-control';

export class FakeKeyValueStore implements KeyValueStore {
  readonly values = new Map<string, unknown>();

  read(name: string): unknown {
    return this.values.get(name);
  }

  write(name: string, value: unknown): boolean {
    this.values.set(name, value);
    return true;
  }

  remove(name: string): boolean {
    this.values.delete(name);
    return true;
  }
}

function turn(text: string): string {
  return Array.from(text).reverse().join('');
}

/** A secret store that seals by turning a text around, so that a test sees an unsealed one at once. */
export class FakeSecretCipher implements SecretCipher {
  real = true;

  state(): SecretStoreState {
    return this.real ? 'available' : 'absent';
  }

  seal(secret: string): Promise<unknown> {
    return Promise.resolve(this.real ? { turned: turn(secret) } : null);
  }

  open(sealed: unknown): Promise<string | null> {
    const turned = (sealed as { turned?: string }).turned;
    return Promise.resolve(this.real && turned !== undefined ? turn(turned) : null);
  }
}

/** A platform with one account, which counts how often it was tried. */
export class FakePlatform implements PlatformPort {
  readonly asked: SignInRequest[] = [];
  readonly steps: string[] = [];
  /** Whether the server confirms a sign-out. */
  isReached = true;
  account = { userName: 'sam', password: 'secret' };
  /** A sign-in on the server's page waits for the person. */
  isPageOpen = false;
  #closePage: () => void = () => undefined;
  broken = false;

  signIn(request: SignInRequest): Promise<Result<SignInOutcome>> {
    this.asked.push(request);
    if (this.broken) {
      return Promise.reject(new Error('broken'));
    }
    const { userName, password, isPractice, nickname } = request;
    if (password === null) return this.#signInOnPage(nickname);
    if (!isPractice && (userName !== this.account.userName || password !== this.account.password)) {
      return Promise.resolve(fail('session.credentials'));
    }
    const who = { userId: 'u', userName, name: 'Sam', serverName: null, isPractice, serverVersion: null };
    return Promise.resolve(succeed({ who, self: { userId: 'u', userName, nickname } }));
  }

  async #signInOnPage(nickname: string): Promise<Result<SignInOutcome>> {
    if (this.isPageOpen) {
      await new Promise<void>((resolve) => (this.#closePage = resolve));
      return fail('session.signedOut');
    }
    const { userName } = this.account;
    const who = { userId: 'u', userName, name: 'Sam', serverName: null, isPractice: false, serverVersion: null };
    return succeed({ who, self: { userId: 'u', userName, nickname } });
  }

  signOut(): Promise<boolean> {
    this.steps.push('signOut');
    this.#closePage();
    return Promise.resolve(this.isReached);
  }
}

export class FakeSessionRecorder implements SessionRecorder {
  session: SessionState = { phase: 'signedOut' };
  self: CurrentSupervisor | null = null;
  endReason: 'signOutNotConfirmed' | undefined;

  signingIn(): void {
    this.session = { phase: 'signingIn' };
  }

  signedIn(who: SignedInUser, self: CurrentSupervisor): void {
    this.session = { phase: 'signedIn', who };
    this.self = self;
  }

  signingOut(): void {
    this.session = { phase: 'signingOut' };
  }

  signedOut(reason?: 'signOutNotConfirmed'): void {
    this.session = { phase: 'signedOut' };
    this.self = null;
    this.endReason = reason;
  }
}

export class PracticeOnPaper {
  readonly steps: string[] = [];
  starts = true;

  start(): Promise<Result<string>> {
    this.steps.push('start');
    return Promise.resolve(this.starts ? succeed('http://127.0.0.1:4711') : fail('practice.notStarted'));
  }

  stop(): Promise<void> {
    this.steps.push('stop');
    return Promise.resolve();
  }
}
