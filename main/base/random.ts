/** Returns a number in [0, 1). Injected for jitter, so that tests can choose it. */
export type Random = () => number;

/** Returns a unique identifier. */
export type NewId = () => string;
