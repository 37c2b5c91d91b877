import { strict as assert } from 'node:assert';
import { eventually } from '../../support/electron/eventually';
import { customer, receivedBy, receives, remembered, seenPeople, type ShiftStep } from './step';

const spokenText = 'Hello, this is the supervisor. Your present leaves by express today, at our cost.';
const holdBackMs = 1_500;

const bargeIn: ShiftStep = {
  name: 'barge-in',
  title: 'Barge in: the mode turns only when the server says so, and the customer reads the supervisor',
  play: async (shift) => {
    const {
      console: { control },
      window,
    } = shift;
    const chatId = remembered(shift, 'chatId');
    const { userName } = remembered(shift, 'agent');
    // The notifications of the change are delayed, to distinguish "accepted" from "confirmed".
    await control.injectFault({ kind: 'late', milliseconds: holdBackMs });
    await window.modeButton('bargeIn').click();
    await window.page.locator('[data-testid="mode-control"] [data-mode="bargeIn"][aria-busy="true"]').waitFor();
    await eventually(
      'the server has made the change',
      () => seenPeople(shift, chatId, 'customer'),
      (seen) => seen.includes('supervisor:All'),
    );
    assert.equal(await window.confirmedMode(), 'coach', 'the control must not turn before its notification came');
    await window.waitForMode('bargeIn');
    await control.clearFaults();
    await window.transcript.getByText('You barged in: everyone can see you').waitFor();
    await window.say(spokenText);
    await receives(shift, chatId, 'customer', spokenText);
    await receives(shift, chatId, userName, spokenText);
    const { messages } = await control.seenBy({ chatId, party: 'customer' });
    assert(
      messages.some(({ type, fromRole }) => /^Participant(Re)?[Jj]oined$/.test(type) && fromRole === 'supervisor'),
      'the customer learns that the supervisor came in',
    );
    await window.page.getByTestId('visible-to-customers').getByText('Customers can see you in 1 chat').waitFor();
    return [
      'window: coach stayed confirmed until the notification came, then barge in',
      'window: the title bar says that customers see you in 1 chat',
      'customer: sees the supervisor (All) and reads the message',
      'agent: reads it too',
    ];
  },
};

const stepBack: ShiftStep = {
  name: 'step-back',
  title: 'One key steps back to silent',
  play: async (shift) => {
    const {
      console: { control },
      window,
    } = shift;
    const chatId = remembered(shift, 'chatId');
    await window.page.keyboard.press('Escape');
    await window.waitForMode('monitor');
    await eventually(
      'nobody sees the supervisor any more',
      () => seenPeople(shift, chatId, 'customer'),
      (seen) => !seen.some((one) => one.startsWith('supervisor')),
    );
    await control.agentSays({ chatId, text: 'As promised: it leaves today.' });
    await window.transcript.getByText('it leaves today').waitFor();
    assert(!(await receivedBy(shift, chatId, 'customer')).some((text) => text.startsWith('Offer express')));
    return ['window: monitor', 'customer: the supervisor is gone', 'window: still reads along'];
  },
};

const intrude: ShiftStep = {
  name: 'intrude',
  title: 'Intrude into a chat already running',
  play: async (shift) => {
    const {
      console: { control },
      window,
      memory,
    } = shift;
    const watched = remembered(shift, 'agent');
    const people = (await control.people()).filter(
      ({ isSupervisor, userName }) => !isSupervisor && userName !== watched.userName,
    );
    const running = (await control.chats()).find(
      ({ isFinished, parties }) =>
        !isFinished && people.some(({ name }) => parties.some((party) => party.name === name)),
    );
    assert(running !== undefined, 'some other agent has a chat');
    const other = people.find(({ name }) => running.parties.some((party) => party.name === name));
    assert(other !== undefined);
    memory.otherAgent = other;
    memory.otherChatId = running.chatId;
    memory.otherCustomer = running.customer;
    await window.goTo('Agents');
    await window
      .agentRow(other.name)
      .getByRole('button', { name: new RegExp(`^${running.customer}.*[Jj]oin this chat`) })
      .click();
    await window.page.getByRole('menuitem', { name: /^Join and monitor/ }).click();
    await window.goTo('Chats');
    await window.invitation.getByRole('button', { name: 'Join' }).click();
    await window.openChat(running.customer);
    await window.waitForMode('monitor');
    const seen = await seenPeople(shift, running.chatId, 'customer');
    assert(!seen.some((one) => one.startsWith('supervisor')), 'the customer notices nothing');
    const [chat] = (await control.chats()).filter(({ chatId }) => chatId === running.chatId);
    assert(chat?.parties.some(({ role, visibility }) => role === 'supervisor' && visibility === 'Supervisors'));
    return ['window: invited, accepted, silent', 'server: the supervisor is in the chat', 'customer: notices nothing'];
  },
};

const leave: ShiftStep = {
  name: 'leave',
  title: 'Leave the chat',
  play: async (shift) => {
    const {
      console: { control },
      window,
    } = shift;
    const chatId = remembered(shift, 'otherChatId');
    await window.page.getByTestId('side-panel').getByRole('button', { name: 'Leave chat' }).click();
    await window.page.getByRole('button', { name: 'Remove from list' }).first().waitFor();
    await window.modeControl.waitFor({ state: 'detached' });
    const [chat] = (await control.chats()).filter((one) => one.chatId === chatId);
    assert(chat !== undefined && !chat.isFinished, 'the chat goes on without the supervisor');
    assert(!chat.parties.some(({ role, state }) => role === 'supervisor' && state === 'Chatting'));
    return ['window: no longer in the chat', 'server: the chat goes on, the supervisor is not in it'];
  },
};

const revoked: ShiftStep = {
  name: 'revoked',
  title: 'The first chat is taken away',
  play: async (shift) => {
    const {
      console: { control },
      window,
    } = shift;
    await window.openChat(customer);
    await control.transferToQueue({ chatId: remembered(shift, 'chatId') });
    await window.page.getByText('This chat is no longer available to you').waitFor();
    await window.chatRow(customer).getByText('No longer available').waitFor();
    assert.equal(await window.page.getByTestId('composer').getByRole('textbox').count(), 0);
    return ['window: taken away, in the chat and in the list', 'window: nothing can be written any more'];
  },
};

export const steppingIn: readonly ShiftStep[] = [bargeIn, stepBack, intrude, leave, revoked];
