import type { Done, Result, SessionState, SignedInUser, SignInProfile, SignInTarget } from '../preload/contract';
import { isUnseeable } from '../preload/contract/names/seen-text';
import type { Logger } from './base/log';
import { done, fail } from './base/result';
import type { CurrentSupervisor } from './floor/events';
import type { RememberedSignIn } from './remembered-sign-in';

/** How to get in somewhere. */
export interface SignInRequest {
  readonly address: string;
  /** Where to go when that one is of no use, in order. */
  readonly otherAddresses?: readonly string[];
  readonly userName: string;
  readonly password: string;
  readonly nickname: string;
  readonly isPractice: boolean;
}

export interface SignInOutcome {
  readonly who: SignedInUser;
  readonly self: CurrentSupervisor;
}

/** The contact-centre platform as signing in and out sees it. */
export interface PlatformPort {
  /** Proves who it is. What is learned afterwards pours only when whoever awaits this has had his turn. */
  signIn(request: SignInRequest): Promise<Result<SignInOutcome>>;
  signOut(): Promise<void>;
}

/** The floor's record of who is signed in. */
export interface SessionRecorder {
  readonly session: SessionState;
  signingIn(): void;
  signedIn(who: SignedInUser, self: CurrentSupervisor): void;
  signingOut(): void;
  signedOut(): void;
}

export interface SessionControlOptions {
  readonly platform: PlatformPort;
  readonly record: SessionRecorder;
  readonly practice: { start(): Promise<Result<string>>; stop(): Promise<void> };
  readonly remembered: RememberedSignIn;
  readonly log: Logger;
}

export interface SessionControl {
  profile(): Promise<SignInProfile>;
  signIn(target: SignInTarget): Promise<Result<Done>>;
  signOut(): Promise<Result<Done>>;
  forgetPassword(): Promise<Result<Done>>;
}

const practiceSupervisor = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: true };

/**
 * Signing in and out, one at a time. A remembered password belongs to one user at the addresses it was remembered with and is never tried anywhere else;
 * one that the server refused is forgotten, since trying it again is how accounts get locked. Nothing is remembered of
 * the practice floor.
 */
export function createSessionControl({
  platform,
  record,
  remembered,
  practice,
  log,
}: SessionControlOptions): SessionControl {
  const enter = async (request: SignInRequest): Promise<Result<Done>> => {
    const entered = await platform.signIn(request);
    if (!entered.ok) {
      record.signedOut();
      return entered;
    }
    record.signedIn(entered.value.who, entered.value.self);
    return done;
  };

  const practise = async (): Promise<Result<Done>> => {
    const address = await practice.start();
    if (!address.ok) {
      record.signedOut();
      return address;
    }
    return enter({ ...practiceSupervisor, address: address.value });
  };

  const enterServer = async (target: Extract<SignInTarget, { kind: 'server' }>): Promise<Result<Done>> => {
    const password = target.password ?? (await remembered.passwordFor(target));
    if (password === null) {
      record.signedOut();
      return fail('session.credentials');
    }
    const { url: address, otherUrls: otherAddresses = [], userName, nickname } = target;
    const result = await enter({ address, otherAddresses, userName, password, nickname, isPractice: false });
    if (result.ok) {
      await remembered.keep(target, password);
    } else if (target.password === null && result.error.code === 'session.credentials') {
      remembered.forgetPassword();
    }
    return result;
  };

  return {
    profile: () => remembered.profile(),
    signIn: async (target) => {
      if (record.session.phase !== 'signedOut') {
        return fail('session.alreadySignedIn');
      }
      if (target.kind === 'server' && isUnseeable(target.nickname)) {
        return fail('name.unseeable');
      }
      record.signingIn();
      try {
        return await (target.kind === 'practice' ? practise() : enterServer(target));
      } catch (cause) {
        log.error('Signing in failed unexpectedly', { cause });
        record.signedOut();
        return fail('internal');
      }
    },
    signOut: async () => {
      if (record.session.phase !== 'signedIn') {
        return fail('session.signedOut');
      }
      const wasPractice = record.session.who.isPractice;
      record.signingOut();
      try {
        await platform.signOut();
        if (wasPractice) {
          await practice.stop();
        }
      } catch (cause) {
        log.error('Signing out failed unexpectedly', { cause });
      }
      record.signedOut();
      return done;
    },
    forgetPassword: () => Promise.resolve(remembered.forgetPassword() ? done : fail('settings.notSaved')),
  };
}
