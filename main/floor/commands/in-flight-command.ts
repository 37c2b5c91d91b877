import type { AppError, Done, CommandKind, Mode, PendingCommand, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import type { ContactCentre, Receipt } from '../contact-centre';
import { deferred, type Deferred } from './deferred';

/** Effect of a command in the ledger: visible, not yet visible, or impossible for this reason. */
export type EffectStatus = 'seen' | 'waiting' | AppError;

export interface CommandPlan {
  readonly requestId: string;
  readonly kind: CommandKind;
  readonly chatId: string | null;
  readonly agentId: string | null;
  /** Distinguishes pending commands of one kind in the same chat. */
  readonly about?: string;
  /** See `PendingCommand.mode`. */
  readonly mode?: Mode;
  readonly send: (contactCentre: ContactCentre) => Promise<Result<Receipt>>;
  /** Called after every change. `isReadBack`: the floor was resynced after the effect was overdue. */
  readonly verdict: (isReadBack: boolean) => EffectStatus;
  /** Kinds whose older commands for the same chat this one replaces. */
  readonly supersedes?: readonly CommandKind[];
  /** The server reports only failures: an accepted command without a failure in `confirmWithinMs` succeeded. */
  readonly succeedsWithoutFailure?: boolean;
}

/** A pending command and its progress. */
export interface InFlightCommand {
  readonly plan: CommandPlan;
  /** Ascending; decides which of two commands sent in the same millisecond is newer. */
  readonly order: number;
  readonly answered: Deferred<null>;
  readonly settled: Deferred<Result<Done>>;
  /** Failures by reference that arrived before the response; one may belong to this command. */
  readonly earlyFailures: Map<number, string>;
  command: PendingCommand;
  outcome: Result<Done> | null;
  referenceId: number | null;
  isReadBack: boolean;
  /** Error to settle with if the effect does not appear in time. */
  ifUnseen: AppError;
  disposeTimer: Disposer | null;
}

export function createInFlightCommand(plan: CommandPlan, order: number, now: number): InFlightCommand {
  const { requestId, kind, chatId, agentId, about, mode } = plan;
  return {
    plan,
    order,
    answered: deferred<null>(),
    settled: deferred<Result<Done>>(),
    earlyFailures: new Map(),
    command: {
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
    disposeTimer: null,
  };
}
