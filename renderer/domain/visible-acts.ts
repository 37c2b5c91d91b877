import type { Mode, Watch, WatchScope } from '../../preload/contract';

/** A watch as it is asked for. */
export interface WatchSpec {
  readonly agentId: string;
  readonly mode: Mode;
  readonly scope: WatchScope;
  /** Shown to agents and customers; empty: the name given at sign-in. */
  readonly nickname: string;
}

export type VisibleMode = Exclude<Mode, 'monitor'>;

/** The modes in which others see the supervisor, the one seen by most first. */
export const visibleModes: readonly VisibleMode[] = ['bargeIn', 'coach'];

/**
 * Whether these watches would show the supervisor in more than one chat, or to a customer at all: such an act is confirmed
 * first. One agent's next chat in coach mode is what was pointed at, and no more.
 */
export function needsConfirmation(specs: readonly Pick<WatchSpec, 'mode' | 'scope'>[]): boolean {
  const visible = specs.filter(({ mode }) => mode !== 'monitor');
  return visible.length > 1 || visible.some(({ mode, scope }) => mode === 'bargeIn' || scope === 'allChats');
}

/** Watches that will show the supervisor in chats that begin from now on. */
export function visibleWatches(watches: readonly Watch[]): readonly Watch[] {
  return watches.filter(({ mode, state }) => mode !== 'monitor' && state !== 'lost');
}

export interface VisiblePart<T> {
  readonly mode: Mode;
  readonly specs: readonly T[];
}

/** By mode, the one seen by most first, those seen by nobody last. */
export function byMode<T extends { readonly mode: Mode }>(specs: readonly T[]): readonly VisiblePart<T>[] {
  const modes: readonly Mode[] = [...visibleModes, 'monitor'];
  return modes
    .map((mode) => ({ mode, specs: specs.filter((spec) => spec.mode === mode) }))
    .filter((part) => part.specs.length > 0);
}
