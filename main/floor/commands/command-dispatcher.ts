import type { AppError, Done, CommandKind, PendingCommand, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { done, fail } from '../../base/result';
import type { ContactCentre, Receipt } from '../contact-centre';
import type { FloorSignal } from '../change-feed';
import { createInFlightCommand, type CommandPlan, type InFlightCommand } from './in-flight-command';
import type { CommandPorts } from './ports';

type OperationFailed = Extract<FloorSignal, { type: 'operationFailed' }>;

/** What open intents are looked for by. */
interface CommandTarget {
  readonly chatId?: string;
  readonly agentId?: string;
  readonly about?: string;
}

/** How long an accepted command may stay silent before the state is read back, and then until it is given up on. */
export const confirmWithinMs = 5_000;
export const giveUpAfterMs = 10_000;

const rememberedRequests = 1_000;

/**
 * Brings commands from the click to their effect.
 *
 * 1. One request id is one intent: asking again with it gives the same answer and sends nothing. Per chat (or agent)
 *    only one intent of a kind (about the same thing in it) is under way.
 * 2. `sending` until the server answers. A refusal settles the intent with its reason.
 * 3. `accepted`: the answer to the click is given, but the intent stays until its effect is seen in the ledger. The
 *    effect may also be seen before the server's answer comes.
 * 4. Overdue by `confirmWithinMs`, done in part, or when nobody knows whether the server executed it: `notConfirmed`, and everything
 *    is read back. What the ledger then shows settles it; if it shows nothing for `giveUpAfterMs`, the outcome is
 *    told to be unknown. Nothing is ever sent a second time. Of some operations the server tells only the failure;
 *    those worked when the time for it is over.
 * 5. A failure told after the acceptance settles the intent whose reference it names, also when it overtook the
 *    acceptance. One without a reference only casts doubt on those that might be meant.
 * 6. The end of the session settles everything.
 */
export class CommandDispatcher {
  readonly #ports: CommandPorts;
  readonly #answers = new Map<string, Promise<Result<Done>>>();
  readonly #open = new Set<InFlightCommand>();
  #opened = 0;
  readonly #undos: Disposer[];

  constructor(ports: CommandPorts) {
    this.#ports = ports;
    this.#undos = [
      ports.floorStore.subscribe(() => {
        this.#lookAtAll();
      }),
      ports.floorStore.onSignal((signal) => {
        this.#heed(signal);
      }),
    ];
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    for (const open of this.#open) open.undoTimer?.();
  }

  /** Runs `start` for a request id that was not seen before; otherwise gives the answer of the first time. */
  deduplicate(requestId: string, start: () => Promise<Result<Done>>): Promise<Result<Done>> {
    const known = this.#answers.get(requestId);
    if (known !== undefined) return known;
    const answer = start();
    this.#answers.set(requestId, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > rememberedRequests && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  isPending(kinds: readonly CommandKind[], target: CommandTarget): boolean {
    return this.#openFor(kinds, target).length > 0;
  }

  /** Resolves when the server has answered all that is under way for this chat, whatever it said. */
  async waitForResponses(kinds: readonly CommandKind[], chatId: string): Promise<void> {
    await Promise.all(this.#openFor(kinds, { chatId }).map((open) => open.answered.promise));
  }

  /** Resolves with what became of an accepted command: seen, failed, or of unknown outcome. */
  async outcomeOf(requestId: string): Promise<Result<Done>> {
    const open = [...this.#open].find(({ plan }) => plan.requestId === requestId);
    return open === undefined ? done : open.settled.promise;
  }

  /** Sends a command and follows it until its effect is seen. Resolves when the server accepted or refused it. */
  async dispatch(plan: CommandPlan): Promise<Result<Done>> {
    const target = plan.chatId === null ? { agentId: plan.agentId ?? '' } : { chatId: plan.chatId };
    const same = plan.about === undefined ? target : { ...target, about: plan.about };
    if (this.isPending([plan.kind], same)) return fail('command.alreadyPending');
    const contactCentre = this.#ports.contactCentre();
    if (contactCentre === null) return fail('session.signedOut');
    const open = createInFlightCommand(plan, (this.#opened += 1), this.#ports.clock.now());
    this.#open.add(open);
    this.#ports.floorStore.putIntent(open.intent);
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
    // Whoever is told of the acceptance may look at the ledger, which may show the effect already.
    if (open.outcome !== null) return open.outcome;
    const heard = open.earlyFailures.get(open.referenceId ?? Number.NaN);
    if (heard !== undefined) {
      this.#settle(open, { code: 'command.refused', serverMessage: heard });
      return open.settled.promise;
    }
    open.undoTimer = this.#ports.clock.after(confirmWithinMs, () => {
      if (this.#isSilenceGood(open)) this.#settle(open, null);
      else this.#readBack([open]);
    });
    this.#lookAt(open);
    return done;
  }

  /** Silence says something only where the failure would have been heard. */
  #isSilenceGood({ plan }: InFlightCommand): boolean {
    return plan.succeedsWithoutFailure === true && this.#ports.floorStore.connection.phase === 'live';
  }

  async #send(open: InFlightCommand, contactCentre: ContactCentre): Promise<Result<Receipt>> {
    try {
      return await open.plan.send(contactCentre);
    } catch (cause) {
      this.#ports.log.error('a command failed unexpectedly', { kind: open.plan.kind, cause });
      // It may have left before it failed, so this is not known to be undone.
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
    open.intent = { ...open.intent, phase };
    this.#ports.floorStore.putIntent(open.intent);
  }

  #readBack(overdue: readonly InFlightCommand[]): void {
    for (const open of overdue) {
      open.undoTimer?.();
      open.undoTimer = this.#ports.clock.after(giveUpAfterMs, () => {
        this.#settle(open, open.ifUnseen);
      });
      this.#enterPhase(open, 'notConfirmed');
    }
    if (overdue.length > 0) this.#ports.contactCentre()?.resynchronise();
  }

  #settle(open: InFlightCommand, error: AppError | null): void {
    if (open.outcome !== null) return;
    open.outcome = error === null ? done : { ok: false, error };
    open.undoTimer?.();
    this.#open.delete(open);
    this.#ports.floorStore.settleIntent(open.intent, error);
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

  #heed(signal: FloorSignal): void {
    if (signal.type === 'sessionClosed') {
      for (const open of [...this.#open]) this.#settle(open, signal.error);
      this.#answers.clear();
    }
    if (signal.type === 'applyResync') {
      for (const open of this.#open) if (open.intent.phase === 'notConfirmed') open.isReadBack = true;
      this.#lookAtAll();
    }
    if (signal.type === 'sessionRenewed') for (const open of this.#open) open.referenceId = null;
    if (signal.type === 'operationFailed') this.#failed(signal);
  }

  /** The server took a command back. */
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
      if (open.intent.phase === 'sending') open.earlyFailures.set(referenceId, serverMessage);
    this.#doubt(serverMessage, (open) => open.referenceId === null);
  }

  /** Which command is not said: what it did is read from the floor, the server's words kept if only one can be meant. */
  #doubt(serverMessage: string, isPossible: (open: InFlightCommand) => boolean): void {
    const accepted = [...this.#open].filter((open) => open.intent.phase === 'accepted' && isPossible(open));
    if (accepted.length === 1 && accepted[0] !== undefined)
      accepted[0].ifUnseen = { code: 'command.refused', serverMessage };
    this.#readBack(accepted);
  }
}

/** Of a watch, which has no chat, the effect is known from the parts of the answer; of all else the state has to be read. */
function mayHaveEffect({ plan }: InFlightCommand, { code }: AppError): boolean {
  return code === 'command.outcomeUnknown' || (code === 'command.partlyDone' && plan.chatId !== null);
}
