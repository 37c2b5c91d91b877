import { describe, expect, it } from 'vitest';
import { OperationsStage } from './stage';

describe('handing over, in the window and at the server', () => {
  it('consults, invites, removes and transfers', { timeout: 240_000 }, async () => {
    const stage = await OperationsStage.open();
    const { page, window, control } = stage;

    // A consulted agent, whom the customer never sees, and the end of the consultation.
    const first = await stage.chatIn('coach', 'Robin Vale');
    await stage.choose('Consult…');
    await stage.handTo('jonas', 'Jonas Weber will be consulted privately. Robin won’t see this.');
    await stage.showsToast('Consultation with Jonas Weber started.');
    await stage.stateIs(first, 'Jonas Weber', 'Chatting');
    expect(await stage.present(first, 'ana.ruiz')).toContain('Jonas Weber');
    expect(await stage.present(first, 'customer')).not.toContain('Jonas Weber');
    await stage.choose('End consultation');
    await stage.stateIs(first, 'Jonas Weber', 'Revoked');

    // Somebody into the chat, before the customer's eyes, and out of it again.
    await window.holdKey('b', () => window.waitForMode('bargeIn'));
    await page.keyboard.press('Escape');
    await window.waitForMode('monitor');
    await window.modeButton('bargeIn').click();
    await window.waitForMode('bargeIn');
    await stage.choose('Invite…');
    await stage.handTo('camille', 'Camille Rousseau will be invited to the chat. Robin will see this.');
    await stage.stateIs(first, 'Camille Rousseau', 'Chatting');
    expect(await stage.present(first, 'customer')).toContain('Camille Rousseau');
    await page.getByRole('button', { name: 'Remove Camille Rousseau from this chat' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await stage.showsToast('Camille Rousseau was removed from the chat.');
    await stage.stateIs(first, 'Camille Rousseau', 'Completed');
    expect(await stage.present(first, 'customer')).not.toContain('Camille Rousseau');

    // To an agent, who has it then; the supervisor is out. A refusal before it keeps the choice.
    const taken = ['ana.ruiz', 'jonas.weber', 'camille.rousseau'];
    const third = (await control.people()).find(
      ({ isSupervisor, userName, name }) => !isSupervisor && !taken.includes(userName) && /^[a-z ]+$/i.test(name),
    );
    if (third === undefined) throw new Error('there are more than three agents');
    await control.setPresence({ userName: third.userName, presence: 'loggedOut' });
    await stage.choose('Transfer…');
    await stage.handTo(third.name, `Robin will be transferred to ${third.name}, and you’ll leave the chat.`);
    await page.getByRole('alert').getByText('The target is not logged in').waitFor();
    await page.getByTestId('consequence').getByText(third.name).waitFor();
    await control.setPresence({ userName: third.userName, presence: 'ready' });
    await page.getByRole('button', { name: 'Transfer', exact: true }).click();
    await stage.showsToast(`Robin was transferred to ${third.name}.`);
    await stage.stateIs(first, third.name, 'Chatting');
    await stage.stateIs(first, 'supervisor', 'Completed');

    // To a queue: everybody but the customer is out. All from the keyboard.
    const second = await stage.chatIn('bargeIn', 'Noa Levi');
    await window.transcript.click();
    await window.holdKey('t', () => page.getByRole('combobox').waitFor());
    await stage.handTo('payments', 'Noa will be transferred to the Payments queue, and you’ll leave the chat.');
    await stage.showsToast('Noa was transferred to Payments.');
    await stage.stateIs(second, 'Ana Ruiz', 'Revoked');
    const chat = (await control.chats()).find(({ chatId }) => chatId === second);
    expect([chat?.queueName, chat?.isFinished]).toEqual(['Payments', false]);
    expect(await stage.sent('Transfer')).toBe(3);
  });
});
