import type { AppError, Done, CommandKind, PendingCommand, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { done, fail } from '../../base/result';
import type { ContactCentre, Receipt } from '../contact-centre';
import type { FloorSignal } from '../change-feed';
import { createInFlightCommand, type CommandPlan, type InFlightCommand } from './in-flight-command';
import type { CommandPorts } from './ports';

type OperationFailed = Extract<FloorSignal, { type: 'operationFailed' }>;

/** Criteria for finding pending commands. */
interface CommandTarget {
  readonly chatId?: string;
  readonly agentId?: string;
  readonly about?: string;
}

/**
 * Milliseconds. Time for an accepted command to show its effect before a resync, and from there until it is given up.
 */
export const confirmWithinMs = 5_000;
export const giveUpAfterMs = 10_000;

const rememberedRequests = 1_000;

/**
 * Sends commands and tracks each one until its effect is confirmed.
 *
 * 1. One request id is one command: a repeated call returns the first result and sends nothing. Per chat or agent only
 *    one command of a kind (and `about`) is pending.
 * 2. `sending` until the server responds; a refusal settles the command with its error.
 * 3. `accepted`: the caller has its result. The command stays pending until the ledger shows the effect, which may
 *    precede the response.
 * 4. `notConfirmed`: no effect after `confirmWithinMs`, partly done, or outcome unknown. The floor is resynced. Without
 *    an effect within `giveUpAfterMs` the command fails with `command.outcomeUnknown`. Nothing is sent twice.
 *    Operations whose success the server never reports succeed if no failure arrives in time.
 * 5. A failure reported after acceptance settles the command with that reference, even if it overtook the acceptance.
 *    Without a reference it makes the commands that it may concern `notConfirmed`.
 * 6. The end of the session settles everything.
 */
export class CommandDispatcher {
  readonly #ports: CommandPorts;
  readonly #results = new Map<string, Promise<Result<Done>>>();
  readonly #open = new Set<InFlightCommand>();
  #opened = 0;
  readonly #disposers: Disposer[];

  constructor(ports: CommandPorts) {
    this.#ports = ports;
    this.#disposers = [
      ports.floorStore.subscribe(() => {
        this.#lookAtAll();
      }),
      ports.floorStore.onSignal((signal) => {
        this.#applySignal(signal);
      }),
    ];
  }

  dispose(): void {
    for (const dispose of this.#disposers) dispose();
    for (const open of this.#open) open.disposeTimer?.();
  }

  /** Calls `start` for a new request id; a known id returns the result of its first call. */
  deduplicate(requestId: string, start: () => Promise<Result<Done>>): Promise<Result<Done>> {
    const known = this.#results.get(requestId);
    if (known !== undefined) return known;
    const result = start();
    this.#results.set(requestId, result);
    const [oldest] = this.#results.keys();
    if (this.#results.size > rememberedRequests && oldest !== undefined) this.#results.delete(oldest);
    return result;
  }

  isPending(kinds: readonly CommandKind[], target: CommandTarget): boolean {
    return this.#openFor(kinds, target).length > 0;
  }

  /**
   * Resolves when the server has responded to all pending commands of these kinds for this chat, whatever the result.
   */
  async waitForResponses(kinds: readonly CommandKind[], chatId: string): Promise<void> {
    await Promise.all(this.#openFor(kinds, { chatId }).map((open) => open.answered.promise));
  }

  /** Resolves with the outcome of an accepted command: confirmed, failed, or `command.outcomeUnknown`. */
  async outcomeOf(requestId: string): Promise<Result<Done>> {
    const open = [...this.#open].find(({ plan }) => plan.requestId === requestId);
    return open === undefined ? done : open.settled.promise;
  }

  /** Sends a command and tracks it until it settles. Resolves when the server accepted or refused it. */
  async dispatch(plan: CommandPlan): Promise<Result<Done>> {
    const target = plan.chatId === null ? { agentId: plan.agentId ?? '' } : { chatId: plan.chatId };
    const same = plan.about === undefined ? target : { ...target, about: plan.about };
    if (this.isPending([plan.kind], same)) return fail('command.alreadyPending');
    const contactCentre = this.#ports.contactCentre();
    if (contactCentre === null) return fail('session.signedOut');
    const open = createInFlightCommand(plan, (this.#opened += 1), this.#ports.clock.now());
    this.#open.add(open);
    this.#ports.floorStore.putPending(open.command);
    const result = await this.#send(open, contactCentre);
    open.answered.resolve(null);
    if (open.outcome !== null) return open.outcome;
    return this.#follow(open, result);
  }

  #follow(open: InFlightCommand, result: Result<Receipt>): Result<Done> | Promise<Result<Done>> {
    if (!result.ok && !mayHaveEffect(open, result.error)) {
      this.#settle(open, result.error);
      return result;
    }
    if (!result.ok) {
      if (result.error.code === 'command.partlyDone') open.ifUnseen = result.error;
      this.#readBack([open]);
      return open.settled.promise;
    }
    open.referenceId = result.value?.referenceId ?? null;
    this.#enterPhase(open, 'accepted');
    // A subscriber of the acceptance may read the ledger, which may already show the effect and settle the command.
    if (open.outcome !== null) return open.outcome;
    const failure = open.earlyFailures.get(open.referenceId ?? Number.NaN);
    if (failure !== undefined) {
      this.#settle(open, { code: 'command.refused', serverMessage: failure });
      return open.settled.promise;
    }
    open.disposeTimer = this.#ports.clock.after(confirmWithinMs, () => {
      if (this.#isSilenceGood(open)) this.#settle(open, null);
      else this.#readBack([open]);
    });
    this.#lookAt(open);
    return done;
  }

  /** Returns whether the absence of a failure proves success: only if the stream would have delivered the failure. */
  #isSilenceGood({ plan }: InFlightCommand): boolean {
    return plan.succeedsWithoutFailure === true && this.#ports.floorStore.connection.phase === 'live';
  }

  async #send(open: InFlightCommand, contactCentre: ContactCentre): Promise<Result<Receipt>> {
    try {
      return await open.plan.send(contactCentre);
    } catch (cause) {
      this.#ports.log.error('command threw', { kind: open.plan.kind, cause });
      // The request may have reached the server before it failed, so the outcome is unknown.
      return fail('command.outcomeUnknown');
    }
  }

  #openFor(kinds: readonly CommandKind[], target: CommandTarget): readonly InFlightCommand[] {
    return [...this.#open].filter(
      ({ plan }) =>
        kinds.includes(plan.kind) &&
        (target.chatId === undefined || plan.chatId === target.chatId) &&
        (target.agentId === undefined || plan.agentId === target.agentId) &&
        (target.about === undefined || plan.about === target.about),
    );
  }

  #enterPhase(open: InFlightCommand, phase: PendingCommand['phase']): void {
    open.command = { ...open.command, phase };
    this.#ports.floorStore.putPending(open.command);
  }

  #readBack(overdue: readonly InFlightCommand[]): void {
    for (const open of overdue) {
      open.disposeTimer?.();
      open.disposeTimer = this.#ports.clock.after(giveUpAfterMs, () => {
        this.#settle(open, open.ifUnseen);
      });
      this.#enterPhase(open, 'notConfirmed');
    }
    if (overdue.length > 0) this.#ports.contactCentre()?.resynchronise();
  }

  #settle(open: InFlightCommand, error: AppError | null): void {
    if (open.outcome !== null) return;
    open.outcome = error === null ? done : { ok: false, error };
    open.disposeTimer?.();
    this.#open.delete(open);
    this.#ports.floorStore.settlePending(open.command, error);
    open.settled.resolve(open.outcome);
    if (error !== null || open.plan.supersedes === undefined || open.plan.chatId === null) return;
    const older = this.#openFor(open.plan.supersedes, { chatId: open.plan.chatId });
    for (const superseded of older) {
      if (superseded.order < open.order) this.#settle(superseded, null);
    }
  }

  #lookAtAll(): void {
    for (const open of [...this.#open]) this.#lookAt(open);
  }

  #lookAt(open: InFlightCommand): void {
    const verdict = open.plan.verdict(open.isReadBack);
    if (verdict === 'waiting') return;
    this.#settle(open, verdict === 'seen' ? null : verdict);
  }

  #applySignal(signal: FloorSignal): void {
    if (signal.type === 'sessionClosed') {
      for (const open of [...this.#open]) this.#settle(open, signal.error);
      this.#results.clear();
    }
    if (signal.type === 'resynced') {
      for (const open of this.#open) if (open.command.phase === 'notConfirmed') open.isReadBack = true;
      this.#lookAtAll();
    }
    if (signal.type === 'sessionRenewed') for (const open of this.#open) open.referenceId = null;
    if (signal.type === 'operationFailed') this.#failed(signal);
  }

  /** Handles a failure that the server reports after it accepted the command. */
  #failed({ referenceId, serverMessage }: OperationFailed): void {
    if (referenceId === null) {
      this.#doubt(serverMessage, () => true);
      return;
    }
    const meant = [...this.#open].find((open) => open.referenceId === referenceId);
    if (meant !== undefined) {
      this.#settle(meant, { code: 'command.refused', serverMessage });
      return;
    }
    for (const open of this.#open)
      if (open.command.phase === 'sending') open.earlyFailures.set(referenceId, serverMessage);
    this.#doubt(serverMessage, (open) => open.referenceId === null);
  }

  /**
   * Handles a failure without a reference. The floor is resynced; the server's message is kept only if a single command
   * can be meant.
   */
  #doubt(serverMessage: string, isPossible: (open: InFlightCommand) => boolean): void {
    const accepted = [...this.#open].filter((open) => open.command.phase === 'accepted' && isPossible(open));
    if (accepted.length === 1 && accepted[0] !== undefined)
      accepted[0].ifUnseen = { code: 'command.refused', serverMessage };
    this.#readBack(accepted);
  }
}

/**
 * Returns whether a failed request may still have taken effect. A watch has no chat: its effect is known from the
 * responses per medium.
 */
function mayHaveEffect({ plan }: InFlightCommand, { code }: AppError): boolean {
  return code === 'command.outcomeUnknown' || (code === 'command.partlyDone' && plan.chatId !== null);
}
