import process from 'node:process';

/** Where Kerberos looks for the tickets of the user, on Linux and macOS. */
const variable = 'KRB5CCNAME';
const nowhere = 'MEMORY:none';

/** What the variable was; `null` while the tickets are not withheld. */
let withheld: { readonly value: string | undefined } | null = null;

/**
 * Hides the tickets of the user from the network process, which has to start later. Chromium asks a list before it sends them
 * to a server, but sends them to any proxy that asks.
 */
export function withholdTickets(): void {
  withheld = { value: process.env[variable] };
  process.env[variable] = nowhere;
}

/** Starts another program of the user, which may use them. */
export async function withTickets<T>(start: () => Promise<T>): Promise<T> {
  if (withheld === null) return start();
  if (withheld.value === undefined) Reflect.deleteProperty(process.env, variable);
  else process.env[variable] = withheld.value;
  try {
    return await start();
  } finally {
    process.env[variable] = nowhere;
  }
}
