/** One row of the table: the measured value, its goal, and whether it is met. */
export interface Finding {
  readonly name: string;
  readonly value: number | string;
  readonly goal: string;
  readonly pass: boolean;
}

export interface MeasureContext {
  /** The only source of randomness of a measure. */
  readonly seed: number;
  /** A shorter daily run: the same faults, fewer cases. */
  readonly short: boolean;
  /** Prints a sentence, e.g. which case failed and how to run it alone. */
  readonly report: (sentence: string) => void;
}

/** A file below `measures/` exports one of these as `measure`; it may have several findings. */
export interface Measure {
  readonly name: string;
  readonly goal: string;
  /**
   * Takes long because it waits: a full run starts it in its own process, in parallel to the computing ones. Measures of one queue run one
   * after the other.
   */
  readonly queue?: 'soak' | 'waiting';
  /** Programs of the system that it uses. Without one of them its row names what is missing, and has not passed. */
  readonly needs?: readonly string[];
  readonly run: (context: MeasureContext) => Promise<readonly Finding[]>;
}

/** A failed case, with what is needed to run it alone. */
export interface Failure {
  readonly seed: number;
  readonly what: string;
}
