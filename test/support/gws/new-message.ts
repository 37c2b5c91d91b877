/** The server event for a message of the customer in chat c1. */
export const newMessage = (index: number, text: string) => ({
  messageType: 'MessageLogUpdated',
  notificationType: 'NewMessages',
  chatPath: '/chats/c1',
  messages: [
    { index, type: 'Text', text, visibility: 'All', from: { participantId: 'p1', type: 'Customer', nickname: 'R' } },
  ],
});
