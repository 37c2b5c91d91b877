import { randomUUID } from 'node:crypto';
import type { Person } from '../contact-centre/model';

export interface Session {
  /** The value of JSESSIONID, with the node's name behind it as clustered servers write it. */
  readonly id: string;
  readonly person: Person;
  csrfToken: string;
  lastUsedMs: number;
  isAtWork: boolean;
}

export interface SessionRules {
  readonly idleMs: number;
  monotonicMs(): number;
  /** The last session of this person is gone: whatever lives as long as the sign-in ends now. */
  onSignedOut(person: Person): void;
  /** Ended on purpose; a session that idled out or was forgotten goes without a word. */
  onEnded(session: Session): void;
}

/**
 * The server's HTTP sessions. A session is opened by credentials, kept alive by use, and ends by sign-out, by idleness or
 * because the server forgot it. Identifiers and tokens are real secrets, not drawn from the floor's seed.
 */
export class Sessions {
  readonly #rules: SessionRules;
  readonly #sessions = new Map<string, Session>();

  constructor(rules: SessionRules) {
    this.#rules = rules;
  }

  open(person: Person): Session {
    const session: Session = {
      id: `${randomUUID().replaceAll('-', '')}.node1`,
      person,
      csrfToken: randomUUID(),
      lastUsedMs: this.#rules.monotonicMs(),
      isAtWork: false,
    };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** The live session of a request, if it names one; using it keeps it alive. */
  use(id: string | null): Session | null {
    const session = id === null ? undefined : this.#sessions.get(id);
    if (session === undefined) return null;
    const now = this.#rules.monotonicMs();
    if (now - session.lastUsedMs > this.#rules.idleMs) {
      this.#drop(session);
      return null;
    }
    session.lastUsedMs = now;
    return session;
  }

  end(session: Session): void {
    this.#drop(session);
    this.#rules.onEnded(session);
  }

  #drop(session: Session): void {
    if (!this.#sessions.delete(session.id)) return;
    const isElsewhere = [...this.#sessions.values()].some((other) => other.person === session.person);
    if (!isElsewhere) this.#rules.onSignedOut(session.person);
  }

  forgetAll(): void {
    for (const session of [...this.#sessions.values()]) this.#drop(session);
  }

  renewTokens(): void {
    for (const session of this.#sessions.values()) session.csrfToken = randomUUID();
  }

  all(): readonly Session[] {
    return [...this.#sessions.values()];
  }
}
