import type {
  AppError,
  AppInfo,
  ConnectionReason,
  ErrorCode,
  SentenceValues,
  SignInProfile,
  SignInTarget,
} from '../../../preload/contract';
import type { Rights } from '../../../preload/contract/rights';
import { isUnseeable } from '../../../preload/contract/names/seen-text';

/** How the supervisor signs in: here with a password, or on a page of the server. */
export type SignInMethod = 'password' | 'singleSignOn';

/** The sign-in form as pure functions: input, request, and the field that each error belongs to. */
export interface SignInFields {
  readonly method: SignInMethod;
  /** Name of the server in the list of servers; may be empty. */
  readonly name: string;
  readonly url: string;
  /** As typed, one per row; empty rows are ignored. */
  readonly otherUrls: readonly string[];
  readonly userName: string;
  readonly password: string;
  readonly rememberPassword: boolean;
  readonly nickname: string;
}

export type SignInField = 'url' | 'otherUrls' | 'userName' | 'password' | 'nickname';

export interface SignInProblem {
  /** `null`: it concerns the whole form. */
  readonly field: SignInField | null;
  /** The index among the other addresses, as sent. */
  readonly address: string | null;
  readonly key: string;
  readonly values: SentenceValues;
  readonly serverMessage: string | null;
  /** Nothing failed: the supervisor only goes on another way. */
  readonly isNotice: boolean;
}

const fieldOf: Partial<Record<ErrorCode, SignInField>> = {
  'server.addressInvalid': 'url',
  'server.insecure': 'url',
  'server.notFound': 'url',
  'server.refused': 'url',
  'server.notGenesys': 'url',
  'server.certificate': 'url',
  'server.certificateWrongHost': 'url',
  'session.credentials': 'password',
  'name.unseeable': 'nickname',
};

export function fieldsFrom(profile: SignInProfile | null, serverFromCommandLine: string | null): SignInFields {
  return {
    method: profile?.usesSingleSignOn === true ? 'singleSignOn' : 'password',
    name: profile?.name ?? '',
    url: serverFromCommandLine ?? profile?.serverUrl ?? '',
    otherUrls: profile?.otherUrls ?? [],
    userName: profile?.userName ?? '',
    password: '',
    rememberPassword: profile?.hasRememberedPassword ?? false,
    nickname: profile?.nickname ?? '',
  };
}

/** A bare host name means https; main validates a typed scheme. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  return address === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

export function hostOf(typed: string): string | null {
  return URL.parse(completeAddress(typed))?.host ?? null;
}

/** Empty fields, for a server that is not known yet. */
export function fieldsOfNewServer({ method }: SignInFields): SignInFields {
  return { ...fieldsFrom(null, null), method };
}

/** Returns the other addresses to send. */
function otherAddresses({ otherUrls }: Pick<SignInFields, 'otherUrls'>): readonly string[] {
  return otherUrls.map(completeAddress).filter((address) => address !== '');
}

/**
 * Whether the remembered password can replace an empty field: only for the same account, and only if it was remembered
 * with every address that it may be sent to.
 */
export function canUseRemembered(fields: SignInFields, profile: SignInProfile | null): boolean {
  const known = [profile?.serverUrl ?? '', ...(profile?.otherUrls ?? [])].map(completeAddress);
  return (
    profile?.hasRememberedPassword === true &&
    otherAddresses(fields).every((address) => known.includes(address)) &&
    completeAddress(fields.url) === completeAddress(profile.serverUrl) &&
    fields.userName.trim() === profile.userName
  );
}

/** Returns the missing fields, in order. */
export function missingFields(fields: SignInFields, profile: SignInProfile | null): readonly SignInField[] {
  const missing: SignInField[] = [];
  if (fields.url.trim() === '') missing.push('url');
  if (fields.method === 'singleSignOn') return missing;
  if (fields.userName.trim() === '') missing.push('userName');
  if (fields.password === '' && !canUseRemembered(fields, profile)) missing.push('password');
  return missing;
}

/** Returns the errors that need no request. */
export function errorIn(fields: SignInFields): AppError | null {
  return isUnseeable(fields.nickname) ? { code: 'name.unseeable' } : null;
}

export function targetFrom(fields: SignInFields): SignInTarget {
  const name = fields.name.trim();
  const server = {
    url: completeAddress(fields.url),
    otherUrls: otherAddresses(fields),
    ...(name === '' ? {} : { name }),
  };
  if (fields.method === 'singleSignOn') return { kind: 'singleSignOn', ...server, nickname: fields.nickname.trim() };
  return {
    kind: 'server',
    ...server,
    userName: fields.userName.trim(),
    password: fields.password === '' ? null : fields.password,
    rememberPassword: fields.rememberPassword,
    nickname: fields.nickname.trim(),
  };
}

/** The only kind of sign-in that the administrator allows; `null` if there is a choice. */
export function onlyMethod({ maySignInWithPassword, maySignInOnPage }: Rights): SignInMethod | null {
  if (maySignInWithPassword === maySignInOnPage) return null;
  return maySignInWithPassword ? 'password' : 'singleSignOn';
}

/** Returns the method that an error asks for; `null` if it says nothing about it. */
export function methodAfter(error: AppError): SignInMethod | null {
  if (error.code === 'session.singleSignOn') return 'singleSignOn';
  return error.code === 'session.noSingleSignOn' ? 'password' : null;
}

/** Reasons that the page names: sign-outs that the supervisor did not request, or that the server may not know of. */
const namedReasons: readonly ConnectionReason[] = [
  'signInExpired',
  'credentialsRefused',
  'sessionLost',
  'serverStopped',
  'signOutNotConfirmed',
];

/** Locale key of what the page says before a sign-in: why the last one ended; `null` if there is nothing to say. */
export function endOfLastSession(reason: ConnectionReason, facts: AppInfo | null): string | null {
  if (namedReasons.includes(reason)) return `connection.reason.${reason}`;
  const isFirst = reason === 'neverSignedIn';
  return isFirst && facts?.isShiftUnfinished === true ? 'signIn.unfinishedShift' : null;
}

/** `fallbackHost` names the server if the error does not. */
export function problemFrom(error: AppError, fallbackHost: string): SignInProblem {
  const address = error.values?.['address'];
  const isOfAnother = typeof address === 'string';
  return {
    field: isOfAnother ? 'otherUrls' : (fieldOf[error.code] ?? null),
    address: isOfAnother ? address : null,
    key: `error.${error.code.replaceAll('.', '_')}`,
    values: { host: fallbackHost, ...error.values },
    serverMessage: error.serverMessage ?? null,
    isNotice: error.code === 'session.singleSignOn' || error.code === 'session.signInGivenUp',
  };
}
