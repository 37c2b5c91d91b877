import type { AwayReason, UserPresence, Settings } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';

export interface PresenceEvents {
  readonly onLock: () => void;
  readonly onUnlock: () => void;
  readonly onSuspend: () => void;
  readonly onResume: () => void;
}

/** What the system knows of the person at the workstation; the port of `main/electron`. */
export interface PresenceSignals {
  subscribe(events: PresenceEvents): Disposer;
  /** Seconds since the last key or movement anywhere on the computer. */
  idleSeconds(): number;
}

export interface PresenceOptions {
  readonly signals: PresenceSignals;
  readonly clock: Clock;
  readonly settings: {
    current(): Pick<Settings, 'stepsBackWhenAway' | 'awayAfterMinutes'>;
    subscribe(listener: () => void): Disposer;
  };
  /** Returns to monitoring in all chats where anyone could see the supervisor. */
  readonly stepBack: () => void;
  readonly onChange: (presence: UserPresence) => void;
}

export interface PresenceTracker {
  state(): UserPresence;
  dispose(): void;
}

/** Milliseconds between two looks at the idle time: rarely while anyone is there, often to notice the return. */
const lookEveryMs = { present: 5_000, away: 500 } as const;

/**
 * Follows whether the supervisor is at the workstation. Leaving it returns to monitoring, once for each time; what is sent and
 * confirmed is the business of step back. A lock outlasts a suspend: only unlocking ends it.
 */
export function followPresence(options: PresenceOptions): PresenceTracker {
  const { signals, clock, settings } = options;
  const reasons = new Set<AwayReason>();
  let timer: Disposer | null = null;

  const away = (): AwayReason | null =>
    (['locked', 'suspended', 'idle'] as const).find((one) => reasons.has(one)) ?? null;

  const change = (reason: AwayReason, isAway: boolean): void => {
    const before = away();
    if (isAway) reasons.add(reason);
    else reasons.delete(reason);
    const now = away();
    if (now === before) return;
    if (before === null && settings.current().stepsBackWhenAway) options.stepBack();
    options.onChange({ away: now });
  };

  const look = (): void => {
    timer?.();
    timer = null;
    const { awayAfterMinutes } = settings.current();
    const isOff = awayAfterMinutes === 'never';
    change('idle', !isOff && signals.idleSeconds() >= Number(awayAfterMinutes) * 60);
    if (!isOff) timer = clock.after(reasons.has('idle') ? lookEveryMs.away : lookEveryMs.present, look);
  };

  const disposers = [
    signals.subscribe({
      onLock: () => change('locked', true),
      onUnlock: () => change('locked', false),
      onSuspend: () => change('suspended', true),
      onResume: () => change('suspended', false),
    }),
    settings.subscribe(look),
  ];
  look();
  return {
    state: () => ({ away: away() }),
    dispose: () => {
      timer?.();
      for (const dispose of disposers) dispose();
    },
  };
}
