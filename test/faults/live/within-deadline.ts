const lookEveryMs = 5;

/** Waits on real time for something to hold; `null` when it does not within the time, else how long it took, milliseconds. */
export async function withinDeadline(holds: () => boolean, withinMs: number): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    const tookMs = performance.now() - began;
    if (holds()) return tookMs;
    if (tookMs > withinMs) return null;
    await pause(lookEveryMs);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
