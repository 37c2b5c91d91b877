/**
 * What a change asks for: a reload shows a new renderer, a restart also runs a new main.
 * @typedef {'reload' | 'restart'} Renewal
 */

/**
 * Renews the console after changes, one renewal at a time. Changes during a renewal are merged into the next one, and a
 * restart includes a reload.
 * @param {(renewal: Renewal) => Promise<void>} renew
 * @returns {(renewal: Renewal) => Promise<void>} resolves when nothing is left to renew
 */
export function createChangeQueue(renew) {
  /** @type {Renewal | null} */
  let next = null;
  /** @type {Promise<void> | null} */
  let running = null;
  const run = async () => {
    while (next !== null) {
      const renewal = next;
      next = null;
      await renew(renewal);
    }
  };
  return (renewal) => {
    next = next === 'restart' ? next : renewal;
    running ??= run().finally(() => (running = null));
    return running;
  };
}
