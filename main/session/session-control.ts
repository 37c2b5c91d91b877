import type { Done, Result, SessionState, SignedInUser, SignInProfile, SignInTarget } from '../../preload/contract';
import { isUnseeable } from '../../preload/contract/names/seen-text';
import type { Logger } from '../base/log';
import { done, fail } from '../base/result';
import type { CurrentSupervisor } from '../floor/events';
import { parseServerAddress } from '../gws/session/address';
import type { RememberedSignIn } from './remembered-sign-in';

/** Credentials and addresses of a sign-in. */
export interface SignInRequest {
  readonly address: string;
  /** Further addresses, tried in order when the first fails. */
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

/** Contact-centre platform as seen by sign-in and sign-out. */
export interface PlatformPort {
  /** Authenticates. Updates of the floor start only after the caller's continuation has run. */
  signIn(request: SignInRequest): Promise<Result<SignInOutcome>>;
  signOut(): Promise<void>;
}

/** Records the session in the floor store. */
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
  /** Returns whether the policy lets a sign-in use this host. */
  readonly isHostAllowed: (host: string) => boolean;
  readonly log: Logger;
}

export interface SessionControl {
  profile(): SignInProfile;
  signIn(target: SignInTarget): Promise<Result<Done>>;
  signOut(): Promise<Result<Done>>;
  forgetPassword(): Promise<Result<Done>>;
}

const practiceSupervisor = { userName: 'supervisor', password: 'practice', nickname: '', isPractice: true };

/**
 * Controls sign-in and sign-out, one at a time. A remembered password belongs to one user and its addresses and is
 * never used elsewhere. A password that the server refused is deleted, because repeated attempts lock accounts. Nothing
 * is remembered for the practice floor.
 */
export function createSessionControl({
  platform,
  record,
  remembered,
  practice,
  isHostAllowed,
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
    const hosts = [target.url, ...(target.otherUrls ?? [])].flatMap(hostOf);
    const forbidden = hosts.find((host) => !isHostAllowed(host));
    if (forbidden !== undefined) {
      record.signedOut();
      return { ok: false, error: { code: 'policy.hostNotAllowed', values: { host: forbidden } } };
    }
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
        log.error('sign-in threw', { cause });
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
        log.error('sign-out threw', { cause });
      }
      record.signedOut();
      return done;
    },
    forgetPassword: () => Promise.resolve(remembered.forgetPassword() ? done : fail('settings.notSaved')),
  };
}

/** The host of an address as typed; nothing if it is no address, which the platform reports. */
function hostOf(typed: string): readonly string[] {
  const address = parseServerAddress(typed);
  return address.ok ? [new URL(address.value).hostname] : [];
}
