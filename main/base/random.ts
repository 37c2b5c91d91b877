/** A number in [0, 1). Injected wherever jitter is wanted, so that tests can choose it. */
export type Random = () => number;

/** Makes identifiers that nobody else has. */
export type NewId = () => string;
