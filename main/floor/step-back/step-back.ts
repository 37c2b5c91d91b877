import type {
  Done,
  Mode,
  PendingCommand,
  Result,
  StepBackItem,
  StepBackScope,
  StepBackState,
} from '../../../preload/contract';
import { whyNotAct } from '../../../preload/contract/may-act';
import type { Clock, Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { Logger } from '../../base/log';
import type { FloorStore } from '../floor-store';
import { exposuresOf, isVisibleTo, modeRequestedBy, type Exposure } from './exposures';
import type { InvitationModes } from './invitation-modes';
import { isOver, isWaitedFor, settledStatus } from './item-status';
import { beginAttempt, endAttempt, isExhausted, newTarget, rearm, type Target } from './target';
import type { WatchExposure } from './watch-exposure';

/** Requests that end one exposure. Each resolves when the server responded. */
export interface ExposureEnders {
  readonly monitorChat: (chatId: string) => Promise<Result<Done>>;
  readonly declineInvitation: (chatId: string) => Promise<Result<Done>>;
  readonly monitorWatch: (agentId: string) => Promise<Result<Done>>;
}

export interface StepBackPorts {
  readonly floorStore: FloorStore;
  readonly watchExposure: WatchExposure;
  readonly invitationModes: InvitationModes;
  readonly end: ExposureEnders;
  /** Requests a resync; its end is the signal `resynced`. */
  readonly resynchronise: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

const batchMs = 100;
const readAgainMs = 10_000;
/** Milliseconds after a step back in which a request counts as made before it, such as a released hold. */
const graceMs = 1_000;

const keyOf = ({ kind, id }: Pick<Exposure, 'kind' | 'id'>): string => `${kind} ${id}`;

/**
 * Returns to monitoring wherever others see the supervisor, or would in a coming chat: chats, invitations and watches.
 * It runs in main; windows only start it and show its state.
 *
 * 1. An item is done when the floor shows it, never because a request was accepted. A failed request is repeated after
 *    growing pauses and when the connection returns; a refusal is not repeated.
 * 2. Until everything is decided, a new exposure that the supervisor did not request belongs to it as well.
 * 3. A visible mode that the supervisor requests later takes precedence for that item. `isTooSoon` says how long such a
 *    request cannot be a later decision.
 * 4. `confirmed` requires a live connection and no exposure left in the scope. A watch may have joined a chat whose
 *    event has not arrived yet, so after watches the floor is resynced first. The claim is withdrawn when it is no
 *    longer true.
 * 5. The end of the session ends it.
 */
export class StepBack {
  readonly #ports: StepBackPorts;
  readonly #targets = new Map<string, Target>();
  /** Items for which the supervisor requested a visible mode later. */
  readonly #overridden = new Set<string>();
  /** Commands that were pending when the step back began. */
  #earlier: ReadonlySet<string> = new Set();
  readonly #disposers: Disposer[];
  #number = 0;
  #scope: StepBackScope | null = null;
  #beganAtMs = Number.NEGATIVE_INFINITY;
  #resyncState: 'no' | 'yes' | 'reading' = 'no';
  #outcome: StepBackState['outcome'] = 'working';
  #timer: { readonly atMs: number; readonly cancel: Disposer } | null = null;
  #readTimer: Disposer | null = null;

  constructor(ports: StepBackPorts) {
    this.#ports = ports;
    this.#disposers = [
      ports.floorStore.subscribe(({ changes }) => {
        for (const change of changes) if (change.type === 'commandPending') this.#noteRequest(change.command);
        if (this.#scope !== null && changes.some(({ type }) => type !== 'stepBackChanged')) this.#lookIn(batchMs);
      }),
      ports.floorStore.onSignal((signal) => {
        if (signal.type === 'sessionClosed') {
          ports.watchExposure.clear();
          this.#finish();
        }
        if (signal.type === 'sessionRenewed') ports.watchExposure.clear();
        if (signal.type === 'resynced' && this.#resyncState === 'reading') {
          this.#resyncState = 'no';
          this.#lookIn(0);
        }
      }),
      ports.watchExposure.subscribe(() => {
        if (this.#scope !== null) this.#lookIn(batchMs);
      }),
    ];
  }

  /** Begins only if anyone could see the supervisor, now or in a coming chat. */
  beginIfVisible(scope: StepBackScope): void {
    if (this.#exposures(scope).size > 0) this.begin(scope);
  }

  /** Begins, or repeats what failed. The wider of two scopes applies until all of it is confirmed. */
  begin(scope: StepBackScope): void {
    const isRepeated = this.#scope !== null && this.#outcome !== 'confirmed';
    if (!isRepeated) this.#targets.clear();
    this.#scope = isRepeated && this.#scope === 'everyone' ? 'everyone' : scope;
    this.#number += 1;
    this.#beganAtMs = this.#ports.clock.monotonicMs();
    this.#outcome = 'working';
    this.#overridden.clear();
    this.#earlier = new Set(this.#ports.floorStore.snapshot().pending.map(({ requestId }) => requestId));
    for (const target of this.#targets.values()) rearm(target, this.#beganAtMs);
    // The server may have answered a request with the chat itself, whose event has not arrived yet.
    const hasOpenRequest = [...this.#ports.invitationModes.open.values()].some((mode) => isVisibleTo(scope, mode));
    if (hasOpenRequest) this.#resyncState = 'yes';
    this.#look();
  }

  retry(item: Pick<StepBackItem, 'kind' | 'id'>): void {
    const target = this.#targets.get(keyOf(item));
    if (target === undefined || this.#scope === null) return;
    rearm(target, this.#ports.clock.monotonicMs());
    this.#outcome = 'working';
    this.#look();
  }

  /** Closes the report; nothing is repeated. */
  close(): void {
    this.#finish();
  }

  /** Returns whether a request for this mode follows a step back too soon to be the supervisor's later decision. */
  isTooSoon(mode: Mode | null): boolean {
    const isRecent = this.#ports.clock.monotonicMs() - this.#beganAtMs < graceMs;
    return this.#scope !== null && isRecent && isVisibleTo(this.#scope, mode);
  }

  /** Returns whether the current step back declines an invitation to this chat. */
  isDeclining(chatId: string): boolean {
    return this.#scope !== null && this.#targets.has(keyOf({ kind: 'invitation', id: chatId }));
  }

  dispose(): void {
    for (const dispose of this.#disposers) dispose();
    this.#stopTimers();
  }

  #noteRequest(request: PendingCommand): void {
    const mode = modeRequestedBy(request);
    const { kind, chatId, agentId, requestId } = request;
    const isLater = mode !== undefined && this.#scope !== null && !this.#earlier.has(requestId);
    if (!isLater || this.#scope === null || !isVisibleTo(this.#scope, mode)) return;
    const keys = (['chat', 'invitation'] as const).map((of) => keyOf({ kind: of, id: chatId ?? '' }));
    for (const key of kind === 'watch' ? [keyOf({ kind: 'watch', id: agentId ?? '' })] : keys) {
      this.#overridden.add(key);
      this.#targets.delete(key);
    }
  }

  #look(): void {
    const scope = this.#scope;
    if (scope === null) return;
    const { floorStore, clock } = this.#ports;
    if (floorStore.connection.phase === 'signedOut') {
      this.#finish();
      return;
    }
    const exposures = this.#exposures(scope);
    if (this.#outcome === 'confirmed') {
      if (exposures.size > 0) this.#finish();
      return;
    }
    if (this.#outcome !== 'failed') this.#takeIn(exposures);
    // An item is done only in monitor mode, even if the scope is customers only.
    const toAnyone = this.#exposures('everyone');
    const items = [...this.#targets].map(([key, target]) => this.#advance(target, toAnyone.get(key)));
    this.#conclude(items, exposures);
    const due = [...this.#targets.values()]
      .map(({ nextAttemptAtMs }) => nextAttemptAtMs - clock.monotonicMs())
      .filter((ms) => ms > 0);
    if (due.length > 0 && this.#outcome === 'working') this.#lookIn(Math.min(...due));
  }

  #exposures(scope: StepBackScope): ReadonlyMap<string, Exposure> {
    const heldWatches = this.#ports.watchExposure.visible((mode) => isVisibleTo(scope, mode));
    const sources = {
      ...this.#ports.floorStore.snapshot(),
      invitations: this.#ports.invitationModes.open,
      heldWatches,
    };
    return new Map(exposuresOf(sources, scope).map((exposure) => [keyOf(exposure), exposure]));
  }

  #takeIn(exposures: ReadonlyMap<string, Exposure>): void {
    for (const [key, exposure] of exposures) {
      if (this.#targets.has(key) || this.#overridden.has(key)) continue;
      this.#targets.set(key, newTarget(exposure, this.#ports.clock.monotonicMs()));
    }
  }

  /** Sends the request that is due for one item and returns its state. */
  #advance(target: Target, now: Exposure | undefined): StepBackItem {
    const { floorStore, clock } = this.#ports;
    const item = { ...(now ?? target.exposure), error: target.error };
    if (now === undefined) return { ...item, error: null, status: settledStatus(floorStore, target.exposure) };
    if (now.kind === 'watch' && this.#resyncState === 'no') this.#resyncState = 'yes';
    const waiting = isWaitedFor(floorStore.snapshot().pending, now);
    if (target.isRequested || waiting !== null) return { ...item, status: waiting ?? 'requested' };
    if (isExhausted(target)) return { ...item, status: 'failed' };
    const isReachable = whyNotAct(floorStore.connection) === null;
    if (clock.monotonicMs() >= target.nextAttemptAtMs && (isReachable || target.attempts === 0)) {
      this.#request(target);
      return { ...item, status: 'requested' };
    }
    return { ...item, status: isReachable ? 'notConfirmed' : 'unreachable' };
  }

  #request(target: Target): void {
    const { end, clock, log } = this.#ports;
    const { kind, id } = target.exposure;
    beginAttempt(target, clock.monotonicMs());
    const request = { chat: end.monitorChat, invitation: end.declineInvitation, watch: end.monitorWatch }[kind];
    const requested = request(id).then((result) => {
      const error = endAttempt(target, result);
      if (error !== null) log.warn('step back failed', { kind, code: error.code });
      this.#lookIn(batchMs);
    });
    runInBackground(requested, 'stepping back', log);
  }

  #conclude(items: readonly StepBackItem[], exposures: ReadonlyMap<string, Exposure>): void {
    const isLive = this.#ports.floorStore.connection.phase === 'live';
    const isSettled = items.every(({ status }) => status === 'monitoring' || status === 'ended');
    const isDecided = items.every(({ status }) => status === 'failed') || items.every(isOver);
    if (isSettled && isLive && this.#resyncState !== 'no') this.#readAgain();
    if (isSettled && isLive && this.#resyncState === 'no') {
      if (exposures.size > 0) {
        // Only items that the supervisor overrode are left; a report would claim too much.
        this.#finish();
        return;
      }
      this.#outcome = 'confirmed';
    } else if (isDecided && !isSettled) this.#outcome = 'failed';
    else this.#outcome = isSettled && !isLive ? 'notKnown' : 'working';
    this.#publish(items);
  }

  #readAgain(): void {
    if (this.#resyncState === 'yes') {
      this.#resyncState = 'reading';
      this.#ports.resynchronise();
    }
    this.#readTimer ??= this.#ports.clock.after(readAgainMs, () => {
      this.#readTimer = null;
      if (this.#resyncState === 'reading') this.#resyncState = 'yes';
      this.#look();
    });
  }

  #publish(items: readonly StepBackItem[]): void {
    if (this.#scope === null) return;
    const state = { number: this.#number, scope: this.#scope, items, outcome: this.#outcome };
    this.#ports.floorStore.putStepBack(state);
  }

  #finish(): void {
    this.#scope = null;
    this.#resyncState = 'no';
    this.#targets.clear();
    this.#overridden.clear();
    this.#stopTimers();
    this.#ports.floorStore.putStepBack(null);
  }

  #lookIn(delayMs: number): void {
    if (this.#scope === null) return;
    const { clock } = this.#ports;
    const atMs = clock.monotonicMs() + delayMs;
    if (this.#timer !== null && this.#timer.atMs <= atMs) return;
    this.#timer?.cancel();
    const cancel = clock.after(delayMs, () => {
      this.#timer = null;
      this.#look();
    });
    this.#timer = { atMs, cancel };
  }

  #stopTimers(): void {
    this.#timer?.cancel();
    this.#timer = null;
    this.#readTimer?.();
    this.#readTimer = null;
  }
}
