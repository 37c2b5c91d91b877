export const customer = { participantId: 'p1', type: 'Customer', nickname: 'Robin' };

/** A message of the customer, as the server lists it in a transcript. */
export const wireMessage = (index: number, text: string) => ({
  ...{ index, type: 'Text', text, visibility: 'All' },
  from: customer,
});

/** The server event for a message of the customer in chat c1. */
export const newMessage = (index: number, text: string) => ({
  messageType: 'MessageLogUpdated',
  notificationType: 'NewMessages',
  chatPath: '/chats/c1',
  messages: [wireMessage(index, text)],
});
