/** Members of `cometd` 9 that its own declarations omit, read from its source. Remove them when it declares them. */
import 'cometd';

declare module 'cometd' {
  /** What failed below Bayeux. `exception` is the value the transport passed. */
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
    /** Called for every message of every response; replacing it on an instance is how to inspect them first. */
    receive(message: Message): void;
    /** Decides what happens after a failed handshake or connect; the last argument executes the decision. */
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

  /** The members that the library uses of what `xhrSend` returns. */
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
