/** Messages between the parent, the server and the clients of the stream bench. */

export type SourceOrder =
  | {
      readonly type: 'flow';
      readonly to: StreamKind;
      readonly perSecond: number;
      readonly batch: number;
      readonly seconds: number;
    }
  | { readonly type: 'flood'; readonly to: StreamKind; readonly count: number };

export type StreamKind = 'bare' | 'console';

export type SourceReport =
  | { readonly type: 'listening'; readonly urls: Readonly<Record<StreamKind, string>> }
  | { readonly type: 'sent'; readonly count: number };

/** Totals since the start of the client. */
export interface ClientTotals {
  readonly type: 'totals';
  readonly received: number;
  readonly cpuMs: number;
  /** Milliseconds from the latest start to the last message. */
  readonly flowMs: number;
  /** 99th percentile of the delay of the event loop in ms since the latest start. */
  readonly loopDelayMs: number;
  /** Envelopes sent to the window; 0 for the bare client. */
  readonly envelopes: number;
}

/** Both are answered with the totals. */
export interface ClientOrder {
  readonly type: 'start' | 'totals';
}

export type ClientReport = { readonly type: 'ready' } | ClientTotals;

export const chatCount = 200;
