import { describe, expect, it } from 'vitest';
import { OperationsStage } from './stage';

describe('notices, links and parting messages, in the window and at the server', () => {
  it('sends notices and links, and leaves and completes with last words', { timeout: 240_000 }, async () => {
    const stage = await OperationsStage.open();
    const { page, window, control } = stage;

    // A notice that the customer never gets.
    const first = await stage.chatIn('coach', 'Robin Vale');
    await stage.choose('Send notice…');
    await page.getByText('Only Ana can read this').last().waitFor();
    await page.getByRole('textbox', { name: 'Notice' }).fill('The refund is approved.');
    await page.getByRole('button', { name: 'Send to Ana' }).click();
    await stage.showsToast('Notice sent.');
    await stage.receives(first, 'ana.ruiz', 'CustomNotice', 'The refund is approved.');
    expect(await stage.received(first, 'customer', 'CustomNotice')).toEqual([]);
    await window.transcript.getByText('sent a notice').waitFor();

    // One for everyone, and a page for everyone; an insecure address never leaves.
    await window.modeButton('bargeIn').click();
    await window.waitForMode('bargeIn');
    await stage.choose('Send notice…');
    await page.getByRole('radio', { name: 'Everyone' }).click();
    await page.getByRole('textbox', { name: 'Notice' }).fill('A supervisor has joined.');
    await page.getByRole('button', { name: 'Send to Robin and Ana' }).last().click();
    await stage.receives(first, 'customer', 'CustomNotice', 'A supervisor has joined.');
    await stage.choose('Send link…');
    await page.getByRole('textbox', { name: 'Web address' }).fill('http://northbank.example/refunds');
    await page.getByText('Only secure addresses (https) can be sent.').waitFor();
    await page.getByRole('textbox', { name: 'Web address' }).fill('northbank.example/refunds');
    await page.getByRole('button', { name: 'Send to Robin and Ana' }).last().click();
    await stage.showsToast('Link sent.');
    await stage.receives(first, 'customer', 'PushUrl', 'https://northbank.example/refunds');
    await window.transcript.getByText('sent a link').waitFor();

    // Leaving in sight asks once, names who reads the last words, and says them first.
    await page.getByRole('button', { name: 'Leave chat' }).click();
    await page.getByTestId('consequence').getByText('Robin and Ana will see you leave.').waitFor();
    await page.getByRole('button', { name: 'Stay in chat' }).click();
    expect(await stage.sent('Leave')).toBe(0);
    await page.getByRole('button', { name: 'Leave chat' }).click();
    await page.getByRole('textbox', { name: 'Closing message (optional)' }).fill('Ana goes on with you. Goodbye!');
    await page.getByRole('button', { name: 'Send and leave' }).click();
    await stage.stateIs(first, 'supervisor', 'Completed');
    await stage.receives(first, 'customer', 'Text', 'Ana goes on with you. Goodbye!');
    await stage.stateIs(first, 'Robin Vale', 'Chatting');

    // Leaving in monitor mode needs no confirmation, and no one receives anything.
    const second = await stage.chatIn('monitor', 'Noa Levi');
    await page.getByRole('button', { name: 'Leave chat' }).click();
    await stage.stateIs(second, 'supervisor', 'Completed');
    expect(await stage.received(second, 'customer', 'Text')).toEqual(['Hello, this is Noa Levi']);

    const third = await stage.chatIn('bargeIn', 'Mia Olsen');
    await stage.choose('End chat…');
    await page.getByRole('textbox', { name: 'Closing message (optional)' }).fill('All done, thank you.');
    await page.getByRole('button', { name: 'Send and end chat' }).click();
    await stage.stateIs(third, 'supervisor', 'Completed');
    await stage.receives(third, 'customer', 'Text', 'All done, thank you.');
    expect((await control.requests()).filter(({ operation }) => operation === 'Complete')).toHaveLength(1);
  });
});
