import type { AppError, ConnectionReason, ErrorCode, SignInProfile, SignInTarget } from '../../../preload/contract';
import { isUnseeable } from '../../../preload/contract/names/seen-text';

/** The sign-in as pure steps: what is typed, what is asked of main, and beside which field a refusal is said. */
export interface SignInFields {
  readonly url: string;
  /** As typed, one a row; empty rows count as none. */
  readonly otherUrls: readonly string[];
  readonly userName: string;
  readonly password: string;
  readonly rememberPassword: boolean;
  readonly nickname: string;
}

export type SignInField = 'url' | 'otherUrls' | 'userName' | 'password' | 'nickname';

export interface SignInProblem {
  /** `null`: it concerns the whole, not one field. */
  readonly field: SignInField | null;
  /** Which of the other addresses it is, as it was sent. */
  readonly address: string | null;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly serverMessage: string | null;
}

const fieldOf: Partial<Record<ErrorCode, SignInField>> = {
  'server.addressInvalid': 'url',
  'server.insecure': 'url',
  'server.notFound': 'url',
  'server.refused': 'url',
  'server.notGenesys': 'url',
  'server.certificate': 'url',
  'session.credentials': 'password',
  'name.unseeable': 'nickname',
};

export function fieldsFrom(profile: SignInProfile | null, serverFromCommandLine: string | null): SignInFields {
  return {
    url: serverFromCommandLine ?? profile?.serverUrl ?? '',
    otherUrls: profile?.otherUrls ?? [],
    userName: profile?.userName ?? '',
    password: '',
    rememberPassword: profile?.hasRememberedPassword ?? false,
    nickname: profile?.nickname ?? '',
  };
}

/** A bare host name means https; a scheme that was typed is left for main to judge. */
export function completeAddress(typed: string): string {
  const address = typed.trim();
  return address === '' || /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
}

export function hostOf(typed: string): string | null {
  return URL.parse(completeAddress(typed))?.host ?? null;
}

/** The other addresses as they are asked for. */
function otherAddresses({ otherUrls }: Pick<SignInFields, 'otherUrls'>): readonly string[] {
  return otherUrls.map(completeAddress).filter((address) => address !== '');
}

/**
 * Whether the remembered password can stand in for an empty field: only for the very account it was remembered for, and
 * only if every address it might be sent to is one it was remembered with.
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

/** What is still missing, in the order of the fields. */
export function missingFields(fields: SignInFields, profile: SignInProfile | null): readonly SignInField[] {
  const missing: SignInField[] = [];
  if (fields.url.trim() === '') missing.push('url');
  if (fields.userName.trim() === '') missing.push('userName');
  if (fields.password === '' && !canUseRemembered(fields, profile)) missing.push('password');
  return missing;
}

/** What can be said against it before anybody is asked. */
export function errorIn(fields: SignInFields): AppError | null {
  return isUnseeable(fields.nickname) ? { code: 'name.unseeable' } : null;
}

export function targetFrom(fields: SignInFields): SignInTarget {
  return {
    kind: 'server',
    url: completeAddress(fields.url),
    otherUrls: otherAddresses(fields),
    userName: fields.userName.trim(),
    password: fields.password === '' ? null : fields.password,
    rememberPassword: fields.rememberPassword,
    nickname: fields.nickname.trim(),
  };
}

/** Reasons for being outside that the supervisor did not choose. */
export function isForcedSignOut(reason: ConnectionReason): boolean {
  return (
    reason === 'signInExpired' ||
    reason === 'credentialsRefused' ||
    reason === 'sessionLost' ||
    reason === 'serverStopped'
  );
}

/** `fallbackHost` names the server where the error itself does not. */
export function problemFrom(error: AppError, fallbackHost: string): SignInProblem {
  const address = error.values?.['address'];
  const isOfAnother = typeof address === 'string';
  return {
    field: isOfAnother ? 'otherUrls' : (fieldOf[error.code] ?? null),
    address: isOfAnother ? address : null,
    key: `error.${error.code.replaceAll('.', '_')}`,
    values: { host: fallbackHost, ...error.values },
    serverMessage: error.serverMessage ?? null,
  };
}
