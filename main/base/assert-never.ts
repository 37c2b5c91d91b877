/** Closes a switch over a union: a new member does not compile until it is handled. */
export function assertNever(value: never, rationale: string): never {
  throw new Error(`${rationale}: ${JSON.stringify(value)}`);
}
