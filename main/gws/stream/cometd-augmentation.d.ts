/**
 * What `cometd` 9 has and its own declarations leave out. Read from its source; to be dropped when it declares them.
 */
import 'cometd';

declare module 'cometd' {
  /** What went wrong below Bayeux: `exception` is whatever the transport handed over. */
  interface TransportFailure {
    readonly reason?: string;
    readonly httpCode?: number;
    readonly exception?: unknown;
  }

  interface Message {
    failure?: TransportFailure;
  }

  interface FailureDecision {
    readonly cause: 'negotiation' | 'unsuccessful' | 'failure';
    action: 'none' | 'retry' | 'handshake';
    delay?: number;
    transport?: Transport | null;
  }

  interface CometD {
    /** Every message of every answer passes through here; replacing it on an instance is how to look at them first. */
    receive(message: Message): void;
    /** Decides what happens after a failed handshake or connect: the last argument carries the decision out. */
    onTransportFailure(
      message: Message,
      decision: FailureDecision,
      carryOut: (decision: FailureDecision) => void,
    ): void;
    _debug(...words: unknown[]): void;
    _info(...words: unknown[]): void;
    _warn(...words: unknown[]): void;
  }

  interface Envelope {
    readonly url: string;
    readonly messages: readonly Message[];
  }

  interface TransportRequest {
    readonly id: number;
    readonly metaConnect: boolean;
  }

  interface Packet {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>> | undefined;
    readonly body: string;
    readonly onSuccess: (response: unknown) => void;
    readonly onError: (reason: string, exception?: unknown) => void;
  }

  /** The little that the library asks of what `xhrSend` returns. */
  interface RequestHandle {
    readonly readyState: number;
    readonly status: number;
    abort(): void;
  }

  class LongPollingTransport implements Transport {
    readonly type: string;
    url: string;
    accept(version: string, crossDomain: boolean, url: string): boolean;
    abort(): void;
    transportSend(envelope: Envelope, request: TransportRequest): boolean;
    xhrSend(packet: Packet): RequestHandle;
  }
}
