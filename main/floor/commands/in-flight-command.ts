import type { AppError, Done, CommandKind, Mode, PendingCommand, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import type { ContactCentre, Receipt } from '../contact-centre';
import { deferred, type Deferred } from './deferred';

/** What the ledger shows of a command: its effect, nothing yet, or that it can no longer happen. */
export type EffectStatus = 'seen' | 'waiting' | AppError;

export interface CommandPlan {
  readonly requestId: string;
  readonly kind: CommandKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** Where a chat may have several intents of a kind at a time: what tells them apart. */
  readonly about?: string;
  /** See `PendingCommand.mode`. */
  readonly mode?: Mode;
  readonly send: (contactCentre: ContactCentre) => Promise<Result<Receipt>>;
  /** Read after every change. `isReadBack`: the floor was read again since the effect was overdue. */
  readonly verdict: (isReadBack: boolean) => EffectStatus;
  /** Kinds whose older intents for the same chat are over with this one. */
  readonly supersedes?: readonly CommandKind[];
  /** The server tells only of failure: accepted, and silent for the time an effect is given, it worked. */
  readonly succeedsWithoutFailure?: boolean;
}

/** A command on its way, and what is known of it so far. */
export interface InFlightCommand {
  readonly plan: CommandPlan;
  /** Two clicks may fall into one millisecond; the later one is never older for it. */
  readonly order: number;
  readonly answered: Deferred<null>;
  readonly settled: Deferred<Result<Done>>;
  /** Failures told while the server's answer was on its way: one of them may be this one's. */
  readonly earlyFailures: Map<number, string>;
  intent: PendingCommand;
  outcome: Result<Done> | null;
  referenceId: number | null;
  isReadBack: boolean;
  /** What is reported if the effect is not seen in time. */
  ifUnseen: AppError;
  undoTimer: Disposer | null;
}

export function createInFlightCommand(plan: CommandPlan, order: number, now: number): InFlightCommand {
  const { requestId, kind, chatId, agentId, about, mode } = plan;
  return {
    plan,
    order,
    answered: deferred<null>(),
    settled: deferred<Result<Done>>(),
    earlyFailures: new Map(),
    intent: {
      ...{ requestId, kind, chatId, agentId },
      ...(about === undefined ? {} : { about }),
      ...(mode === undefined ? {} : { mode }),
      phase: 'sending',
      since: now,
    },
    outcome: null,
    referenceId: null,
    isReadBack: false,
    ifUnseen: { code: 'command.outcomeUnknown' },
    undoTimer: null,
  };
}
