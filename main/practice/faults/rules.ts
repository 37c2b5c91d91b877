/**
 * What can go wrong with one exchange. `drop`, `blackHole`, `refuse` strike before anything is executed; `dropReply`,
 * `blackHoleReply` and `truncate` after: the work is done and the client does not learn of it.
 */
export type ExchangeFaultKind = 'delay' | 'refuse' | 'drop' | 'blackHole' | 'dropReply' | 'blackHoleReply' | 'truncate';

/** What can go wrong with one notification on its way out. */
export type NotificationFaultKind = 'duplicate' | 'lose' | 'reorder' | 'late';

export interface FaultRule {
  readonly kind: ExchangeFaultKind | NotificationFaultKind;
  /** Which exchanges; notifications ignore it. */
  readonly on?: 'rest' | 'stream' | 'everything';
  /** An `operationName`, or a Bayeux channel such as `/meta/connect`. */
  readonly operation?: string;
  /** A part of the path. */
  readonly path?: string;
  /** How often; without it until cleared. */
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

/** The faults in force. Each use counts down; a rule that has run out is gone. */
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

  /** The first rule that strikes this exchange, used up by one. */
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
