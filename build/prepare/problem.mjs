/** A preparation that cannot go on, in words for the person at the keyboard: what is wrong, and what to do next. */
export class PreparationProblem extends Error {
  /**
   * @param {string} message what is wrong
   * @param {string} next what to do about it
   * @param {unknown} [cause]
   */
  constructor(message, next, cause) {
    super(message, { cause });
    this.name = 'PreparationProblem';
    this.next = next;
  }
}

/**
 * Prints a failure the way every script here does; a failure nobody foresaw keeps its stack.
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
