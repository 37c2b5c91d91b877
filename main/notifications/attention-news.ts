import type { AttentionRule, Snapshot } from '../../preload/contract';
import type { ChatAlert } from './chat-alert';

type Seen = Pick<Snapshot, 'session' | 'attention' | 'chats'>;

/**
 * Finds chats that have become hot since the last look. One notice a chat, for its first new hot reason; what was hot when
 * somebody signed in is no news, and what cooled down and became hot again is.
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
