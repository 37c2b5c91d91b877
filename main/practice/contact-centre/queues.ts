/** A queue in which chats wait, with the teams and skills of its agents. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  readonly talents: readonly string[];
}

const queue = (id: string, name: string, ...talents: string[]): Queue => ({ id, name, talents });

/** The ids differ from the names, which clients must handle. The first is the default of every chat. */
export const queues: readonly Queue[] = [
  queue('613eefbe-5391-4d04-b98c-843dc4e8be86', 'Chat_General'),
  queue('0b1f7c52-8d6e-4f0a-9c3b-5a7d2e9f4b10', 'Chat_Overflow'),
  queue('2d9a4e61-73c8-4b15-8f27-c06e1b5d9a22', 'Payments', 'Accounts & Billing', 'Billing'),
  queue('47c6b0d3-19ea-4d82-b5f4-8e3a6c7f1d35', 'Specialists', 'Technical Support', 'Claims'),
  queue('5e83f1a9-c240-4e97-a16b-7d0f9b2c8e46', 'Orders and returns', 'Retail Care'),
  queue('68f2d7b4-0e5c-4a31-92d8-b1c4e6a7f057', 'Travel desk', 'Travel Desk'),
];

export function queueByIdOrName(word: string): Queue | null {
  return queues.find(({ id, name }) => id === word || name === word) ?? null;
}
