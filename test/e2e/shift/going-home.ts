import { strict as assert } from 'node:assert';
import { eventually } from '../../support/electron/eventually';
import { remembered, type ShiftStep } from './step';

const nextCustomer = 'Noa Levi';

const toast: ShiftStep = {
  name: 'toast',
  title: 'A notification of the next chat, whose click opens it',
  play: async (shift) => {
    const {
      console: { control },
      desktop,
      window,
    } = shift;
    const { userName, name } = remembered(shift, 'agent');
    await window.goTo('Agents');
    const before = desktop?.notifications.received.length ?? 0;
    const { chatId } = await control.startChat({ agent: userName, customer: nextCustomer });
    await control.customerSays({ chatId, text: 'שלום, אפשר עזרה בבקשה?' });
    if (desktop === null) return ['desktop: notifications are not readable on this system'];
    const { notifications } = desktop;
    const shown = await eventually(
      'a notification',
      () => Promise.resolve(notifications.received.slice(before).find(({ body }) => body.includes(name))),
      (found) => found !== undefined,
    );
    assert(shown !== undefined, 'it names the agent');
    assert(!/Noa|Levi|שלום/.test(`${shown.title} ${shown.body}`), 'it names no customer and quotes nothing');
    notifications.click(shown.id);
    await window.page.getByRole('heading', { name: nextCustomer, level: 1 }).waitFor();
    await window.transcript.getByText('שלום, אפשר עזרה בבקשה?').waitFor();
    return [`desktop: "${shown.title}", "${shown.body}"`, 'window: the click opened that chat'];
  },
};

const signOut: ShiftStep = {
  name: 'sign-out',
  title: 'Sign out',
  play: async ({ console: { control }, window }) => {
    // The practice floor ends with the session, so its record is read while it still responds.
    const before = await control.requests();
    assert(!before.some(({ operation }) => operation === 'StartContactCenterSession'), 'nothing was logged in unasked');
    await window.signOut();
    await window.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    assert.equal(await window.page.getByTestId('chat-list').count(), 0, 'nothing of the floor is left on the screen');
    await eventually(
      'the practice floor has stopped',
      () =>
        control.sessions().then(
          () => 'answers',
          () => 'stopped',
        ),
      (state) => state === 'stopped',
    );
    return ['window: the sign-in screen, empty', 'server: the practice floor is closed'];
  },
};

export const goingHome: readonly ShiftStep[] = [toast, signOut];
