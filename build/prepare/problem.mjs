/** A failed preparation, described for the user: the problem and the next step. */
export class PreparationProblem extends Error {
  /**
   * @param {string} message the problem
   * @param {string} next the next step
   * @param {unknown} [cause]
   */
  constructor(message, next, cause) {
    super(message, { cause });
    this.name = 'PreparationProblem';
    this.next = next;
  }
}

/**
 * Prints a failure; an unexpected one with its stack.
 * @param {unknown} failure
 */
export function reportProblem(failure) {
  if (failure instanceof PreparationProblem) {
    process.stderr.write(`\nStopped: ${failure.message}\nWhat to do: ${failure.next}\n`);
    return;
  }
  const described = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
  process.stderr.write(
    `\nStopped by an unexpected error:\n${described}\nWhat to do: run it again; if it stays, report it with these lines.\n`,
  );
}
