import type { Done, Result, SessionState, SignedInUser, SignInProfile, SignInTarget } from '../../preload/contract';
import { isUnseeable } from '../../preload/contract/names/seen-text';
import type { Rights } from '../../preload/contract/rights';
import type { Logger } from '../base/log';
import { done, fail, succeed } from '../base/result';
import type { CurrentSupervisor } from '../floor/events';
import { parseServerAddress } from '../gws/session/address';
import type { RememberedSignIn } from './remembered-sign-in';

/** Credentials and addresses of a sign-in. */
export interface SignInRequest {
  readonly address: string;
  /** Further addresses, tried in order when the first fails. */
  readonly otherAddresses?: readonly string[];
  readonly userName: string;
  /** `null`: the person signs in on the server's page, which also says who it is. */
  readonly password: string | null;
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
  /** Also ends a sign-in that is under way, which then fails. Resolves with false if the server did not confirm it. */
  signOut(): Promise<boolean>;
}

/** Records the session in the floor store. */
export interface SessionRecorder {
  readonly session: SessionState;
  signingIn(): void;
  signedIn(who: SignedInUser, self: CurrentSupervisor): void;
  signingOut(): void;
  /** `signOutNotConfirmed`: others may still see the supervisor. */
  signedOut(reason?: 'signOutNotConfirmed'): void;
}

export interface SessionControlOptions {
  readonly platform: PlatformPort;
  readonly record: SessionRecorder;
  readonly practice: { start(): Promise<Result<string>>; stop(): Promise<void> };
  readonly remembered: RememberedSignIn;
  /** Returns whether the policy lets a sign-in use this host. */
  readonly isHostAllowed: (host: string) => boolean;
  readonly rights: Pick<Rights, 'maySignInWithPassword' | 'maySignInOnPage'>;
  readonly log: Logger;
}

export interface SessionControl {
  profile(): SignInProfile;
  signIn(target: SignInTarget): Promise<Result<Done>>;
  cancelSignIn(): Promise<Result<Done>>;
  signOut(): Promise<Result<Done>>;
  forgetPassword(): Promise<Result<Done>>;
  /** These return the profile that the sign-in page then shows. */
  chooseServer(url: string): Result<SignInProfile>;
  removeServer(url: string): Result<SignInProfile>;
  undoRemoveServer(): Result<SignInProfile>;
}

type ServerTarget = Exclude<SignInTarget, { kind: 'practice' }>;

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
  rights,
  log,
}: SessionControlOptions): SessionControl {
  const enter = async (request: SignInRequest): Promise<Result<SignInOutcome>> => {
    const entered = await platform.signIn(request);
    if (entered.ok) record.signedIn(entered.value.who, entered.value.self);
    else record.signedOut();
    return entered;
  };

  const practise = async (): Promise<Result<Done>> => {
    const address = await practice.start();
    if (!address.ok) {
      record.signedOut();
      return address;
    }
    const result = await enter({ ...practiceSupervisor, address: address.value });
    return result.ok ? done : result;
  };

  const isKindAllowed = ({ kind }: SignInTarget): boolean =>
    kind === 'practice' || (kind === 'server' ? rights.maySignInWithPassword : rights.maySignInOnPage);

  const forbiddenHost = (target: ServerTarget): Result<never> | null => {
    const hosts = [target.url, ...(target.otherUrls ?? [])].flatMap(hostOf);
    const forbidden = hosts.find((host) => !isHostAllowed(host));
    return forbidden === undefined ? null : fail('policy.hostNotAllowed', { values: { host: forbidden } });
  };

  const enterOnPage = async (target: Extract<ServerTarget, { kind: 'singleSignOn' }>): Promise<Result<Done>> => {
    const { url: address, otherUrls: otherAddresses = [], nickname } = target;
    const result = await enter({ userName: '', password: null, address, otherAddresses, nickname, isPractice: false });
    if (!result.ok) return result;
    remembered.keepSingleSignOn(target, result.value.who.userName);
    return done;
  };

  const enterServer = async (target: Extract<ServerTarget, { kind: 'server' }>): Promise<Result<Done>> => {
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
      remembered.forgetPassword(target.url);
    }
    return result.ok ? done : result;
  };

  return {
    profile: () => remembered.profile(),
    signIn: async (target) => {
      if (record.session.phase !== 'signedOut') {
        return fail('session.alreadySignedIn');
      }
      if (target.kind !== 'practice' && isUnseeable(target.nickname)) {
        return fail('name.unseeable');
      }
      if (!isKindAllowed(target)) {
        return fail('policy.notAllowed');
      }
      record.signingIn();
      try {
        if (target.kind === 'practice') return await practise();
        const forbidden = forbiddenHost(target);
        if (forbidden === null) return await (target.kind === 'server' ? enterServer(target) : enterOnPage(target));
        record.signedOut();
        return forbidden;
      } catch (cause) {
        log.error('sign-in threw', { cause });
        record.signedOut();
        return fail('internal');
      }
    },
    cancelSignIn: async () => {
      if (record.session.phase === 'signingIn') await platform.signOut();
      return done;
    },
    signOut: async () => {
      if (record.session.phase !== 'signedIn') {
        return fail('session.signedOut');
      }
      const wasPractice = record.session.who.isPractice;
      record.signingOut();
      let isConfirmed = false;
      try {
        isConfirmed = await platform.signOut();
        if (wasPractice) {
          await practice.stop();
        }
      } catch (cause) {
        log.error('sign-out threw', { cause });
      }
      record.signedOut(isConfirmed || wasPractice ? undefined : 'signOutNotConfirmed');
      return done;
    },
    chooseServer: (url) => (remembered.choose(url) ? succeed(remembered.profile()) : fail('input.invalid')),
    undoRemoveServer: () => (remembered.undoRemove() ? succeed(remembered.profile()) : fail('input.invalid')),
    removeServer: (url) => (remembered.remove(url) ? succeed(remembered.profile()) : fail('settings.locked')),
    forgetPassword: () => Promise.resolve(remembered.forgetPassword() ? done : fail('settings.notSaved')),
  };
}

/** The host of an address as typed; nothing if it is no address, which the platform reports. */
function hostOf(typed: string): readonly string[] {
  const address = parseServerAddress(typed);
  return address.ok ? [new URL(address.value).hostname] : [];
}
