import type { AppError, Done, IntentKind, PendingIntent, Result } from '../../../preload/contract';
import type { Undo } from '../../base/clock';
import { done, fail } from '../../base/result';
import type { ContactCentre } from '../contact-centre';
import type { FloorSignal } from '../audience';
import { deferred, type Deferred } from './deferred';
import type { CommandPorts } from './ports';

/** How long an accepted command may stay silent before the state is read back, and then until it is given up on. */
export const confirmWithinMs = 5_000;
export const giveUpAfterMs = 10_000;

const rememberedRequests = 1_000;

/** What the ledger shows of a command: its effect, nothing yet, or that it can no longer happen. */
export type Verdict = 'seen' | 'waiting' | AppError;

export interface IntentPlan {
  readonly requestId: string;
  readonly kind: IntentKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  readonly send: (contactCentre: ContactCentre) => Promise<Result<Done>>;
  /** Read after every change. `isReadBack`: the floor was read again since the effect was overdue. */
  readonly verdict: (isReadBack: boolean) => Verdict;
  /** Kinds whose older intents for the same chat are over with this one. */
  readonly supersedes?: readonly IntentKind[];
}

interface OpenIntent {
  readonly plan: IntentPlan;
  /** Two clicks may fall into one millisecond; the later one is never older for it. */
  readonly order: number;
  readonly answered: Deferred<null>;
  readonly settled: Deferred<Result<Done>>;
  intent: PendingIntent;
  outcome: Result<Done> | null;
  isReadBack: boolean;
  serverSays: string | null;
  undoTimer: Undo | null;
}

/**
 * Brings commands from the click to their effect.
 *
 * 1. One request id is one intent: asking again with it gives the same answer and sends nothing. Per chat (or agent)
 *    only one intent of a kind is under way.
 * 2. `sending` until the server answers. A refusal settles the intent with its reason.
 * 3. `accepted`: the answer to the click is given, but the intent stays until its effect is seen in the ledger. The
 *    effect may also be seen before the server's answer comes.
 * 4. Overdue by `confirmWithinMs`, or when nobody knows whether the server executed it: `notConfirmed`, and everything
 *    is read back. What the ledger then shows settles it; if it shows nothing for `giveUpAfterMs`, the outcome is
 *    told to be unknown. Nothing is ever sent a second time.
 * 5. The end of the session settles everything.
 */
export class IntentDesk {
  readonly #ports: CommandPorts;
  readonly #answers = new Map<string, Promise<Result<Done>>>();
  readonly #open = new Set<OpenIntent>();
  #opened = 0;
  readonly #undos: Undo[];

  constructor(ports: CommandPorts) {
    this.#ports = ports;
    this.#undos = [
      ports.truth.subscribe(() => {
        this.#lookAtAll();
      }),
      ports.truth.onSignal((signal) => {
        this.#heed(signal);
      }),
    ];
  }

  dispose(): void {
    for (const undo of this.#undos) undo();
    for (const open of this.#open) open.undoTimer?.();
  }

  /** Runs `start` for a request id that was not seen before; otherwise gives the answer of the first time. */
  once(requestId: string, start: () => Promise<Result<Done>>): Promise<Result<Done>> {
    const known = this.#answers.get(requestId);
    if (known !== undefined) return known;
    const answer = start();
    this.#answers.set(requestId, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > rememberedRequests && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }

  isPending(kinds: readonly IntentKind[], target: { chatId?: string; agentId?: string }): boolean {
    return this.#openFor(kinds, target).length > 0;
  }

  /** Resolves when the server has answered all that is under way for this chat, whatever it said. */
  async answered(kinds: readonly IntentKind[], chatId: string): Promise<void> {
    await Promise.all(this.#openFor(kinds, { chatId }).map((open) => open.answered.promise));
  }

  /** Sends a command and follows it until its effect is seen. Resolves when the server accepted or refused it. */
  async perform(plan: IntentPlan): Promise<Result<Done>> {
    const target = plan.chatId === null ? { agentId: plan.agentId ?? '' } : { chatId: plan.chatId };
    if (this.isPending([plan.kind], target)) return fail('command.alreadyPending');
    const contactCentre = this.#ports.contactCentre();
    if (contactCentre === null) return fail('session.signedOut');
    const open = this.#openIntent(plan);
    this.#open.add(open);
    this.#ports.truth.putIntent(open.intent);
    const result = await this.#send(open, contactCentre);
    open.answered.resolve(null);
    if (open.outcome !== null) return open.outcome;
    return this.#follow(open, result);
  }

  #follow(open: OpenIntent, result: Result<Done>): Result<Done> | Promise<Result<Done>> {
    if (!result.ok && result.error.code !== 'command.outcomeUnknown') {
      this.#settle(open, result.error);
      return result;
    }
    if (!result.ok) {
      this.#readBack([open]);
      return open.settled.promise;
    }
    this.#enterPhase(open, 'accepted');
    open.undoTimer = this.#ports.clock.after(confirmWithinMs, () => {
      this.#readBack([open]);
    });
    this.#lookAt(open);
    return done;
  }

  async #send(open: OpenIntent, contactCentre: ContactCentre): Promise<Result<Done>> {
    try {
      return await open.plan.send(contactCentre);
    } catch (cause) {
      this.#ports.log.error('a command failed unexpectedly', { kind: open.plan.kind, cause });
      // It may have left before it failed, so this is not known to be undone.
      return fail('command.outcomeUnknown');
    }
  }

  #openIntent(plan: IntentPlan): OpenIntent {
    const { requestId, kind, chatId, agentId } = plan;
    return {
      plan,
      order: (this.#opened += 1),
      answered: deferred<null>(),
      settled: deferred<Result<Done>>(),
      intent: { requestId, kind, chatId, agentId, phase: 'sending', since: this.#ports.clock.now() },
      outcome: null,
      isReadBack: false,
      serverSays: null,
      undoTimer: null,
    };
  }

  #openFor(kinds: readonly IntentKind[], target: { chatId?: string; agentId?: string }): readonly OpenIntent[] {
    return [...this.#open].filter(
      ({ plan }) =>
        kinds.includes(plan.kind) &&
        (target.chatId === undefined || plan.chatId === target.chatId) &&
        (target.agentId === undefined || plan.agentId === target.agentId),
    );
  }

  #enterPhase(open: OpenIntent, phase: PendingIntent['phase']): void {
    open.intent = { ...open.intent, phase };
    this.#ports.truth.putIntent(open.intent);
  }

  #readBack(overdue: readonly OpenIntent[]): void {
    for (const open of overdue) {
      open.undoTimer?.();
      open.undoTimer = this.#ports.clock.after(giveUpAfterMs, () => {
        const { serverSays } = open;
        this.#settle(
          open,
          serverSays === null ? { code: 'command.outcomeUnknown' } : { code: 'command.refused', serverSays },
        );
      });
      this.#enterPhase(open, 'notConfirmed');
    }
    if (overdue.length > 0) this.#ports.contactCentre()?.resynchronise();
  }

  #settle(open: OpenIntent, error: AppError | null): void {
    if (open.outcome !== null) return;
    open.outcome = error === null ? done : { ok: false, error };
    open.undoTimer?.();
    this.#open.delete(open);
    this.#ports.truth.settleIntent(open.intent, error);
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

  #lookAt(open: OpenIntent): void {
    const verdict = open.plan.verdict(open.isReadBack);
    if (verdict === 'waiting') return;
    this.#settle(open, verdict === 'seen' ? null : verdict);
  }

  #heed(signal: FloorSignal): void {
    if (signal.type === 'sessionOver') {
      for (const open of [...this.#open]) this.#settle(open, signal.error);
      this.#answers.clear();
    }
    if (signal.type === 'resynchronised') {
      for (const open of this.#open) if (open.intent.phase === 'notConfirmed') open.isReadBack = true;
      this.#lookAtAll();
    }
    if (signal.type === 'operationFailed') this.#doubt(signal.serverSays);
  }

  /** The server took a command back without saying which: what it did is read from the floor, its words kept if only one can be meant. */
  #doubt(serverSays: string): void {
    const accepted = [...this.#open].filter((open) => open.intent.phase === 'accepted');
    if (accepted.length === 1 && accepted[0] !== undefined) accepted[0].serverSays = serverSays;
    this.#readBack(accepted);
  }
}
