import { strict as assert } from 'node:assert';
import { eventually } from '../../support/electron/eventually';
import { customer, receivedBy, receives, remembered, seenPeople, type ShiftStep } from './step';

const signIn: ShiftStep = {
  name: 'sign-in',
  title: 'Sign in to the practice floor',
  play: async ({ console: { control }, window }) => {
    await window.practise();
    const sessions = await eventually(
      'one session at the server',
      control.sessions,
      ({ http, stream }) => http === 1 && stream === 1,
    );
    return ['window: live', `server: ${sessions.http} session, ${sessions.stream} stream`];
  },
};

const watchAgent: ShiftStep = {
  name: 'watch',
  title: 'Watch an agent for all chats, silently',
  play: async ({ console: { control }, window, memory }) => {
    const chats = await control.chats();
    const busy = new Set(chats.flatMap(({ parties }) => parties.map(({ name }) => name)));
    const agents = (await control.people()).filter(({ isSupervisor }) => !isSupervisor);
    const agent = agents.find(({ name }) => !busy.has(name)) ?? agents[0];
    assert(agent !== undefined, 'the floor has agents');
    await control.setPresence({ userName: agent.userName, presence: 'ready' });
    memory.agent = agent;
    await window.goTo('Agents');
    const row = window.agentRow(agent.name);
    await row.getByRole('button', { name: `Choose how to watch ${agent.name}` }).click();
    // The menu has the three modes twice, first for all chats and then for the next one.
    await window.page
      .getByRole('menuitem', { name: /^Monitor/ })
      .first()
      .click();
    await row.getByRole('button', { name: /Monitor · all chats/i }).waitFor();
    const [watch] = await control.watches();
    assert.deepEqual(
      { supervisor: watch?.supervisor, agent: watch?.agent, mode: watch?.mode, scope: watch?.scope },
      { supervisor: 'supervisor', agent: agent.userName, mode: 'Monitor', scope: 'AllChats' },
    );
    return [`window: ${agent.name} is watched`, 'server: the watch stands, Monitor, AllChats'];
  },
};

const customerArrives: ShiftStep = {
  name: 'arrival',
  title: 'A customer arrives and the chat appears, live and silent',
  play: async (shift) => {
    const {
      console: { control },
      window,
      memory,
    } = shift;
    const { userName } = remembered(shift, 'agent');
    const { chatId } = await control.startChat({
      agent: userName,
      customer,
      subject: 'Where is my order?',
      userData: { Customer: 'Gold', 'Order number': '4711-2280' },
    });
    memory.chatId = chatId;
    await window.goTo('Chats');
    const row = window.chatRow(customer);
    await row.waitFor();
    await row.getByText('Monitoring').waitFor();
    const [chat] = (await control.chats()).filter((one) => one.chatId === chatId);
    assert(chat?.parties.some(({ role, visibility }) => role === 'supervisor' && visibility === 'Supervisors'));
    return [
      'window: the chat is in the list, silent',
      'server: the supervisor is in the chat, seen by supervisors only',
    ];
  },
};

const invisible: ShiftStep = {
  name: 'invisible',
  title: 'The supervisor reads along and nobody sees it',
  play: async (shift) => {
    const {
      console: { control },
      window,
    } = shift;
    const chatId = remembered(shift, 'chatId');
    const { userName } = remembered(shift, 'agent');
    await window.openChat(customer);
    await control.customerSays({ chatId, text: 'Hello, my order 4711-2280 should have come last week.' });
    await control.agentSays({ chatId, text: 'Good morning! Let me look that up for you.' });
    await control.customerSays({ chatId, text: 'Please hurry, it is a birthday present. 🎁' });
    await window.transcript.getByText('birthday present').waitFor();
    await window.composer.getByText('You’re monitoring.').waitFor();
    assert.equal(await window.composer.getByRole('textbox').count(), 0, 'in monitor the composer takes no text');
    for (const party of ['customer', userName]) {
      const seen = await seenPeople(shift, chatId, party);
      assert(!seen.some((one) => one.startsWith('supervisor')), `${party} must not see the supervisor: ${seen.join()}`);
    }
    return [
      'window: three messages, no field to write in',
      'customer: sees no supervisor',
      'agent: sees no supervisor',
    ];
  },
};

const whisperText = 'Offer express delivery at our cost; you have my approval.';

const coach: ShiftStep = {
  name: 'coach',
  title: 'Coach: the agent reads the whisper, the customer does not',
  play: async (shift) => {
    const { window } = shift;
    const chatId = remembered(shift, 'chatId');
    const { userName, name } = remembered(shift, 'agent');
    await window.modeButton('coach').click();
    await window.waitForMode('coach');
    await window.composer.getByText(`Only ${name.split(' ')[0] ?? name}`).waitFor();
    await window.say(whisperText);
    await receives(shift, chatId, userName, whisperText);
    await window.transcript.getByText(whisperText).waitFor();
    assert(!(await receivedBy(shift, chatId, 'customer')).includes(whisperText), 'a customer never receives a whisper');
    const customerSees = await seenPeople(shift, chatId, 'customer');
    const agentSees = await seenPeople(shift, chatId, userName);
    assert(!customerSees.some((one) => one.startsWith('supervisor')), 'the customer sees no supervisor');
    assert(agentSees.includes('supervisor:Agents'), 'the agent sees the supervisor, for agents only');
    return ['window: the whisper is in the transcript', 'agent: reads it and sees the supervisor', 'customer: neither'];
  },
};

export const comingIn: readonly ShiftStep[] = [signIn, watchAgent, customerArrives, invisible, coach];
