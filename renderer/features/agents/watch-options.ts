import type { Mode, Rights, WatchScope } from '../../../preload/contract';
import { isScopeAllowed } from '../../../preload/contract/rights';

const scopes: readonly WatchScope[] = ['allChats', 'nextChat'];

/** The scopes that the policy allows. */
export function allowedScopes(rights: Rights): readonly WatchScope[] {
  return scopes.filter((scope) => isScopeAllowed(rights, scope));
}

export interface WatchOptions {
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Missing or empty: the display name given at sign-in. */
  readonly nickname?: string;
}
