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

export interface UsualWatch {
  readonly mode: Mode;
  readonly scope: WatchScope;
}

/** Returns the mode and scope of the settings. One that the policy forbids gives way to the one that cannot be forbidden. */
export function usualWatch(
  { watchMode, watchScope }: { readonly watchMode: Mode; readonly watchScope: WatchScope },
  rights: Rights,
): UsualWatch {
  return {
    mode: isModeAllowed(rights, watchMode) ? watchMode : 'monitor',
    scope: isScopeAllowed(rights, watchScope) ? watchScope : 'nextChat',
  };
}
