import type { AttentionRule, Snapshot } from '../../preload/contract';
import type { ChatAlert } from './chat-alert';

type Seen = Pick<Snapshot, 'session' | 'attention' | 'chats'>;

/**
 * Finds chats that have become hot since the last call: one alert per chat, for its first new hot reason. Chats that
 * were hot at sign-in are ignored; a chat that cooled down and became hot again counts.
 */
export class AttentionAlertDetector {
  #before: ReadonlyMap<string, ReadonlySet<AttentionRule>> | null = null;

  find({ session, attention, chats }: Seen): readonly ChatAlert[] {
    const before = this.#before;
    if (session.phase !== 'signedIn') {
      this.#before = null;
      return [];
    }
    const hot = attention.map(({ chatId, reasons, unjoined }) => ({
      chatId,
      unjoined,
      rules: reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => rule),
    }));
    this.#before = new Map(hot.map(({ chatId, rules }) => [chatId, new Set(rules)]));
    if (before === null) return [];
    return hot.flatMap(({ chatId, rules, unjoined }): readonly ChatAlert[] => {
      const rule = rules.find((one) => before.get(chatId)?.has(one) !== true);
      if (rule === undefined) return [];
      const agentName = unjoined?.agentName ?? chats.find(({ id }) => id === chatId)?.agentName ?? null;
      return [{ kind: 'needsYou', chatId, agentName, rule }];
    });
  }
}
