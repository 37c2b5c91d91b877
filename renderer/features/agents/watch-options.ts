import type { Mode, WatchScope } from '../../../preload/contract';

export const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];
export const scopes: readonly WatchScope[] = ['allChats', 'nextChat'];

export interface WatchOptions {
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Missing or empty: the display name given at sign-in. */
  readonly nickname?: string;
}
