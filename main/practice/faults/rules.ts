/**
 * Faults of one exchange. `drop`, `blackHole` and `refuse` apply before the request is executed. `dropReply`, `blackHoleReply` and
 * `truncate` apply after it: the client does not learn the outcome.
 */
export type ExchangeFaultKind = 'delay' | 'refuse' | 'drop' | 'blackHole' | 'dropReply' | 'blackHoleReply' | 'truncate';

/** Faults of one outgoing notification. */
export type NotificationFaultKind = 'duplicate' | 'lose' | 'reorder' | 'late';

export interface FaultRule {
  readonly kind: ExchangeFaultKind | NotificationFaultKind;
  /** Affected exchanges; ignored for notifications. */
  readonly on?: 'rest' | 'stream' | 'everything';
  /** An `operationName`, or a Bayeux channel such as `/meta/connect`. */
  readonly operation?: string;
  /** A substring of the path. */
  readonly path?: string;
  /** How often it applies; absent: until cleared. */
  readonly times?: number;
  /** For `delay` and `late`, real milliseconds. */
  readonly milliseconds?: number;
  /** For `refuse`: the HTTP status, and the body either as documented or verbatim. */
  readonly status?: number;
  readonly statusCode?: number;
  readonly statusMessage?: string;
  readonly body?: string;
  readonly retryAfterSeconds?: number;
}

export const exchangeFaultKinds: readonly ExchangeFaultKind[] = [
  'delay',
  'refuse',
  'drop',
  'blackHole',
  'dropReply',
  'blackHoleReply',
  'truncate',
];
export const notificationFaultKinds: readonly NotificationFaultKind[] = ['duplicate', 'lose', 'reorder', 'late'];

export interface Exchange {
  readonly target: 'rest' | 'stream';
  readonly path: string;
  readonly operations: readonly string[];
}

/** The active faults. Each use counts down; an exhausted rule is removed. */
export class FaultRegistry {
  #rules: { rule: FaultRule; left: number }[] = [];

  add(rule: FaultRule): void {
    this.#rules.push({ rule, left: rule.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#rules = [];
  }

  all(): readonly FaultRule[] {
    return this.#rules.map(({ rule }) => rule);
  }

  /** Returns the first rule that matches this exchange and uses it once. */
  nextFault(exchange: Exchange): FaultRule | null {
    return this.#take(({ kind, on = 'everything', operation, path }) => {
      if (!exchangeFaultKinds.some((known) => known === kind)) return false;
      if (on !== 'everything' && on !== exchange.target) return false;
      if (operation !== undefined && !exchange.operations.includes(operation)) return false;
      return path === undefined || exchange.path.includes(path);
    });
  }

  strikeNotification(): FaultRule | null {
    return this.#take(({ kind }) => notificationFaultKinds.some((known) => known === kind));
  }

  #take(strikes: (rule: FaultRule) => boolean): FaultRule | null {
    const entry = this.#rules.find(({ rule }) => strikes(rule));
    if (entry === undefined) return null;
    entry.left -= 1;
    if (entry.left <= 0) this.#rules = this.#rules.filter((other) => other !== entry);
    return entry.rule;
  }
}
