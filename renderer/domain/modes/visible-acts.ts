import type { Mode, Watch, WatchScope } from '../../../preload/contract';

/** A requested watch. */
export interface WatchSpec {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Shown to agents and customers; empty: the display name given at sign-in. */
  readonly nickname: string;
}

export type VisibleMode = Exclude<Mode, 'monitor'>;

/** The modes that others see, the most visible first. */
export const visibleModes: readonly VisibleMode[] = ['bargeIn', 'coach'];

/**
 * Whether these watches would show the supervisor in more than one chat, or to a customer at all; they then need
 * confirmation. One agent's next chat in coach mode does not.
 */
export function needsConfirmation(specs: readonly Pick<WatchSpec, 'mode' | 'scope'>[]): boolean {
  const visible = specs.filter(({ mode }) => mode !== 'monitor');
  return visible.length > 1 || visible.some(({ mode, scope }) => mode === 'bargeIn' || scope === 'allChats');
}

/** The watches that will show the supervisor in new chats. */
export function visibleWatches(watches: readonly Watch[]): readonly Watch[] {
  return watches.filter(({ mode, state }) => mode !== 'monitor' && state !== 'lost');
}

export interface VisiblePart<T> {
  readonly mode: Mode;
  readonly specs: readonly T[];
}

/** By mode, most visible first, invisible ones last. */
export function byMode<T extends { readonly mode: Mode }>(specs: readonly T[]): readonly VisiblePart<T>[] {
  const modes: readonly Mode[] = [...visibleModes, 'monitor'];
  return modes
    .map((mode) => ({ mode, specs: specs.filter((spec) => spec.mode === mode) }))
    .filter((part) => part.specs.length > 0);
}
