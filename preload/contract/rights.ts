import type { Mode, WatchScope } from './model/mode';

/**
 * What an administrator can forbid, each a value of the policy with this name. Everything is allowed without a policy.
 * Returning to monitoring, leaving and ending a watch cannot be forbidden.
 */
export const rightNames = [
  'mayCoach',
  'mayBargeIn',
  'mayWatchAllChats',
  'maySignInWithPassword',
  'maySignInOnPage',
  'mayRememberPassword',
  'mayCopyTexts',
  'mayExportJournal',
] as const;
type RightName = (typeof rightNames)[number];
export type Rights = Readonly<Record<RightName, boolean>>;

export const allRights = Object.fromEntries(rightNames.map((name) => [name, true])) as Rights;

/** Returns whether the supervisor may be in this mode. */
export function isModeAllowed(rights: Rights, mode: Mode): boolean {
  if (mode === 'coach') return rights.mayCoach;
  return mode === 'bargeIn' ? rights.mayBargeIn : true;
}

export function isScopeAllowed(rights: Rights, scope: WatchScope): boolean {
  return scope === 'nextChat' || rights.mayWatchAllChats;
}

/** Returns whether a setting may have this value: a default for watching must be a way in which it is allowed. */
export function isValueAllowed(rights: Rights, name: string, value: unknown): boolean {
  if (name === 'watchMode') return isModeAllowed(rights, value as Mode);
  return name !== 'watchScope' || isScopeAllowed(rights, value as WatchScope);
}

/** Returns the settings with what cannot be forbidden in place of what is. */
export function withAllowedValues<Some extends { readonly watchMode: Mode; readonly watchScope: WatchScope }>(
  settings: Some,
  rights: Rights,
): Some {
  const { watchMode, watchScope } = settings;
  return {
    ...settings,
    watchMode: isModeAllowed(rights, watchMode) ? watchMode : 'monitor',
    watchScope: isScopeAllowed(rights, watchScope) ? watchScope : 'nextChat',
  };
}
