import { describe, expect, it } from 'vitest';
import { notificationText } from '../../../main/notifications/notification-text';

function bodyFor(agentName: string | null): string {
  return notificationText({ kind: 'started', chatId: '1', agentName }, null).body;
}

describe('notificationText', () => {
  it('names the agent', () => {
    expect(notificationText({ kind: 'takenAway', chatId: '1', agentName: 'Ana Souza' }, null)).toEqual({
      title: 'Chat no longer available',
      body: 'A chat with Ana Souza ended or was moved to a queue.',
    });
  });

  it('names the customer only if that was chosen', () => {
    const alert = { kind: 'needsYou', chatId: '1', agentName: 'Ana', rule: 'threats' } as const;
    expect(notificationText(alert, null).body).not.toContain('Kim');
    expect(notificationText(alert, 'Kim\u202E').body).toBe(
      'Chat with Ana: the customer makes a threat or wants to leave. Customer: Kim',
    );
  });

  it('removes characters that are invisible or change the direction', () => {
    expect(bodyFor('A\u202Ena\u200B \u2066S\u0007ouza\nx')).toContain('A na S ouza x has');
  });

  it('keeps a right-to-left name', () => {
    expect(bodyFor('נועה לוי')).toContain('נועה לוי');
  });

  it.each([
    ['You barged in: everyone can see you. Ana', 'Chat with “You barged in: everyone can see you. Ana” (agent): '],
    ['You', 'Chat with “You” (agent): '],
    ['Ana”: the customer left. “Kim', "Chat with “Ana': the customer left. 'Kim” (agent): "],
    ['Аna', 'Chat with “Аna” (agent): '],
  ])('quotes a name that could be mistaken for our text: %s', (agentName, begins) => {
    const { body } = notificationText({ kind: 'needsYou', chatId: '1', agentName, rule: 'customerWaiting' }, null);
    expect(body.startsWith(begins)).toBe(true);
  });

  it('shortens a name that is too long', () => {
    expect(bodyFor('a'.repeat(500)).length).toBeLessThan(200);
  });

  it('has a text without an agent', () => {
    expect(bodyFor(null)).toContain('A watched agent');
    for (const name of ['\u202E', '\u3164', '\u2800', '\u00ad', '\u{e0041}'])
      expect(bodyFor(name)).toContain('A watched agent');
  });
});
