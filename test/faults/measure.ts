/** One line of the table: what was measured, what was promised, and whether it holds. */
export interface Finding {
  readonly name: string;
  readonly value: number | string;
  readonly goal: string;
  readonly pass: boolean;
}

export interface MeasureContext {
  /** Everything random in a measure comes from this and nothing else. */
  readonly seed: number;
  /** A cut for every day: the same faults, fewer of them. */
  readonly short: boolean;
  /** A sentence for whoever watches, e.g. which case failed and how to see it alone. */
  readonly report: (sentence: string) => void;
}

/** One file below `measures/` exports one of these as `measure`; it may find several figures. */
export interface Measure {
  readonly name: string;
  readonly goal: string;
  /**
   * Takes long because it waits: a full run gives it a process of its own, beside those that compute, from the start. Those
   * of one queue come one after the other.
   */
  readonly queue?: 'soak' | 'waiting';
  readonly run: (context: MeasureContext) => Promise<readonly Finding[]>;
}

/** A case that did not end as it should: enough to see it again, alone. */
export interface Failure {
  readonly seed: number;
  readonly what: string;
}
