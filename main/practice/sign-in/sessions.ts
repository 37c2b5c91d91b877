import { randomUUID } from 'node:crypto';
import type { Person } from '../contact-centre/model';

export interface Session {
  /** Value of JSESSIONID, with the node name appended as in clusters. */
  readonly id: string;
  readonly person: Person;
  csrfToken: string;
  lastUsedMs: number;
  isAtWork: boolean;
}

export interface SessionRules {
  readonly idleMs: number;
  monotonicMs(): number;
  /** The last session of this person ended, so everything bound to the sign-in ends too. */
  onSignedOut(person: Person): void;
  /** Ended by a sign-out; sessions that expire or are forgotten are not reported. */
  onEnded(session: Session): void;
}

/**
 * HTTP sessions of the server. Credentials open a session and use keeps it alive. It ends by sign-out, by expiry or because the server
 * forgot it. Ids and tokens are real secrets, not derived from the seed.
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

  /** Returns the live session that a request names, if any, and keeps it alive. */
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
