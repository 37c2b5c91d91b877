import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

describe('a message whose answer is lost', () => {
  it('reaches the server once, although Chromium would send it again on a connection that served before', async () => {
    const console = await consoleForTest({ flags: ['--practice-rate=0', '--practice-chats=0'] });
    const { control, page } = console;
    const window = new ConsolePage(page);
    await window.practise();
    const agents = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
    const { name = '', userName = '' } = agents[0] ?? {};
    await control.setPresence({ userName, presence: 'ready' });
    await window.goTo('Agents');
    await window
      .agentRow(name)
      .getByRole('button', { name: `Watch ${name}`, exact: true })
      .click();
    await eventually('the watch at the server', control.watches, (watches) => watches.length > 0);
    const { chatId } = await control.startChat({ agent: userName, customer: 'Robin Vale' });
    await window.goTo('Chats');
    await window.openChat('Robin Vale');
    await window.modeButton('coach').click();
    await window.waitForMode('coach');
    await control.injectFault({ kind: 'dropReply', on: 'rest', operation: 'SendToAgents' });
    await control.clearRequests();
    await window.say('Once, please.');
    await eventually(
      'the agent reads it',
      () => control.seenBy({ chatId, party: userName }),
      ({ messages }) => messages.some(({ text }) => text === 'Once, please.'),
    );
    await window.transcript.getByText('Once, please.').waitFor();
    await control.clearFaults();
    await control.agentSays({ chatId, text: 'Understood.' });
    await window.transcript.getByText('Understood.').waitFor();
    const sent = (await control.requests()).filter(({ operation }) => operation === 'SendToAgents');
    expect(sent).toHaveLength(1);
    const { messages } = await control.seenBy({ chatId, party: userName });
    expect(messages.filter(({ text }) => text === 'Once, please.')).toHaveLength(1);
  });
});
