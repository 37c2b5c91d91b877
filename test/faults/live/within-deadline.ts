const lookEveryMs = 5;

/** Waits in real time for a condition. Returns the milliseconds it took, or `null` after the deadline. */
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
