import type { Disposer } from '../base/clock';

export interface BusCall {
  /** Well-known or unique name of the service. */
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: unknown[];
}

/**
 * Why a call failed. `noBus`: no connection. `noService`: nothing has that name, or it could not be started.
 * `noAnswer`: no reply in time. `refused`: the service replied with an error.
 */
export type BusFailure = 'noBus' | 'noService' | 'noAnswer' | 'refused';

export type BusReply =
  | {
      readonly ok: true;
      readonly body: readonly unknown[];
      /** Unique name of the process that replied. */
      readonly sender: string;
    }
  | { readonly ok: false; readonly failure: BusFailure };

export interface CallOptions {
  readonly timeoutMs?: number;
  /** Receives the reply that arrives after the timeout. */
  readonly onLateReply?: (reply: BusReply) => void;
}

export interface SignalRule {
  readonly interface: string;
  readonly path: string;
}

export interface BusSignal {
  /** Unique name of the sender. Anyone on the bus can emit a signal, so a receiver compares it. */
  readonly sender: string;
  readonly member: string;
  readonly body: readonly unknown[];
}

/** The session bus of the desktop. No method waits and none throws. */
export interface SessionBus {
  call(request: BusCall, options?: CallOptions): Promise<BusReply>;
  onSignal(rule: SignalRule, listener: (signal: BusSignal) => void): Disposer;
  /** Notifies of the unique name that owns `name`, first as soon as it is known; `null` if there is none. */
  watchOwner(name: string, listener: (owner: string | null) => void): Disposer;
  /** Notifies of the connection, first as soon as it is known. */
  onConnectionChange(listener: (isConnected: boolean) => void): Disposer;
  close(): void;
}
