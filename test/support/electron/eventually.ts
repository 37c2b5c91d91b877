/** Asks again until the answer is the one hoped for; says what it saw last if that never comes. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T>,
  isRight: (seen: T) => boolean,
  limitMs = 15_000,
): Promise<T> {
  const until = Date.now() + limitMs;
  for (;;) {
    const seen = await ask();
    if (isRight(seen)) {
      return seen;
    }
    if (Date.now() > until) {
      throw new Error(
        `${what}: not seen within ${limitMs / 1000} s; last seen: ${JSON.stringify({ seen }).slice(0, 1500)}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
}
