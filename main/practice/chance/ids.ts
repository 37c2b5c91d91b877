import type { Random } from '../../base/random';

/** Identifiers in the shapes of the documented samples. */
export interface Ids {
  userId(): string;
  participantId(): string;
  chatId(): string;
}

const HEX = '0123456789abcdef';
const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export function createIds(random: Random): Ids {
  const word = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet.charAt(Math.floor(random() * alphabet.length))).join('');
  let participants = 0;
  const chatServer = word(HEX.toUpperCase(), 8);
  return {
    userId: () => word(HEX, 32),
    participantId: () => {
      participants += 1;
      return `00${chatServer.slice(0, 6)}${participants.toString(16).toUpperCase().padStart(8, '0')}`;
    },
    chatId: () => `000${word('0123456789', 1)}Da${word(UPPER, 10)}`,
  };
}
