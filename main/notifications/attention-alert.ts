import type { AttentionRule, Snapshot } from '../../preload/contract';
import { needsYouKey, type ChatAlert } from './chat-alert';

type Seen = Pick<Snapshot, 'session' | 'attention' | 'chats'>;

/** Alerts that an earlier run raised for this user, by `alertKey`; `null` if that is not known. */
export type RaisedBefore = (userName: string) => ReadonlySet<string> | null;

/**
 * Finds chats that have become hot since the last call: one alert per chat, for its first new hot reason. Of the chats
 * that are hot at sign-in, those count that became hot since the last run; if that is not known, none. Reasons of the last
 * run that appear only later, because chats are read and joined one by one, do not count either. A chat that cooled down
 * and became hot again counts.
 */
export class AttentionAlertDetector {
  readonly #raisedBefore: RaisedBefore;
  #before: ReadonlyMap<string, ReadonlySet<AttentionRule>> | null = null;
  /** Alerts of the last run whose reason has not appeared in this one. */
  readonly #unseen = new Set<string>();

  constructor(raisedBefore: RaisedBefore = () => null) {
    this.#raisedBefore = raisedBefore;
  }

  get unseen(): ReadonlySet<string> {
    return this.#unseen;
  }

  find({ session, attention, chats }: Seen): readonly ChatAlert[] {
    const before = this.#before;
    if (session.phase !== 'signedIn') {
      this.#before = null;
      this.#unseen.clear();
      return [];
    }
    const hot = attention.map(({ chatId, reasons, unjoined }) => ({
      chatId,
      unjoined,
      rules: reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => rule),
    }));
    this.#before = new Map(hot.map(({ chatId, rules }) => [chatId, new Set(rules)]));
    const raised = before === null ? this.#raisedBefore(session.who.userName) : null;
    for (const key of raised ?? []) this.#unseen.add(key);
    if (before === null && raised === null) return [];
    const isOfLastRun = new Set(
      hot
        .flatMap(({ chatId, rules }) => rules.map((rule) => needsYouKey(chatId, rule)))
        .filter((key) => this.#unseen.delete(key)),
    );
    return hot.flatMap(({ chatId, rules, unjoined }): readonly ChatAlert[] => {
      const wasKnown = (rule: AttentionRule): boolean =>
        isOfLastRun.has(needsYouKey(chatId, rule)) || before?.get(chatId)?.has(rule) === true;
      const rule = rules.find((one) => !wasKnown(one));
      if (rule === undefined) return [];
      const agentName = unjoined?.agentName ?? chats.find(({ id }) => id === chatId)?.agentName ?? null;
      return [{ kind: 'needsYou', chatId, agentName, rule }];
    });
  }
}
