/**
 * Urgency of a request, highest first. `act`: the supervisor waits for it. `poll`: the stream. `catchUp`: reads that
 * must succeed before the floor is live. `screen`: data on a visible screen. `background`: everything else.
 */
export const urgencies = ['act', 'poll', 'catchUp', 'screen', 'background'] as const;

export type Urgency = (typeof urgencies)[number];

interface UrgencyLimits {
  /** Maximum number of concurrent requests of this class and less urgent ones; sockets per host are few. */
  readonly maxConcurrent: number;
  /** Minimum distance in milliseconds between two requests of this class, whatever the server's limit. */
  readonly spacingMs: number;
  /** Longest wait in milliseconds, including repeats after a refusal, before the caller gets an error. */
  readonly patienceMs: number;
}

export const limitsOf: Readonly<Record<Urgency, UrgencyLimits>> = {
  act: { maxConcurrent: Number.POSITIVE_INFINITY, spacingMs: 0, patienceMs: 15_000 },
  poll: { maxConcurrent: Number.POSITIVE_INFINITY, spacingMs: 0, patienceMs: 2_500 },
  catchUp: { maxConcurrent: 4, spacingMs: 0, patienceMs: 25_000 },
  screen: { maxConcurrent: 2, spacingMs: 550, patienceMs: 20_000 },
  background: { maxConcurrent: 1, spacingMs: 1_000, patienceMs: 20_000 },
};

/** Milliseconds. An `act` fails at once if the server asks for a longer wait. */
export const maxRequestedWaitOfActsMs = 6_000;

export function isMoreUrgent(one: Urgency, other: Urgency): boolean {
  return urgencies.indexOf(one) < urgencies.indexOf(other);
}
