import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract';
import { OperationsStage } from './stage';

/** What a customer may have written somewhere: as long as it gets, and meant to be taken for a page. */
const nasty = '<img src=x onerror="document.title=1">'.padEnd(5_000, 'ä');

/** A session of text messages of Ana's, which the supervisor is in and customers see him. */
async function smsIn(stage: OperationsStage, customer: string): Promise<{ chatId: string; number: string }> {
  const { control, page, window } = stage;
  const ana = (await control.people()).find(({ userName }) => userName === 'ana.ruiz');
  await page.evaluate(async (agentId) => {
    const { sightline } = globalThis as unknown as { sightline: Bridge };
    const request = { agentId, mode: 'bargeIn', scope: 'nextChat' } as const;
    return sightline.invoke('agents.watch', { requestId: crypto.randomUUID(), ...request });
  }, ana?.id ?? '');
  const { chatId } = await control.startChat({ agent: 'ana.ruiz', customer, medium: 'sms' });
  const { participants } = await control.seenBy({ chatId, party: 'customer' });
  const number = participants.find(({ role }) => role === 'customer')?.nickname ?? '';
  await window.openChat(number, chatId);
  await window.waitForMode('bargeIn');
  return { chatId, number };
}

describe('what the server does not offer or refuses, in the window and at the server', () => {
  it('says why, keeps what was typed, and shows whatever a key or a value is', { timeout: 240_000 }, async () => {
    const stage = await OperationsStage.open();
    const { page, window, control } = stage;

    // Not offered: in the menu with the reason, or not there at all.
    await control.setQuirks({ supervisorsOfferedMore: false, dispositionsRead: false });
    const first = await stage.chatIn('monitor', 'Robin Vale');
    await page.getByTestId('chat-actions').getByRole('button').click();
    const item = (name: string) => page.getByRole('menuitem', { name });
    await item('Send link…').getByText('Barge in first: everyone in the chat sees the link').waitFor();
    await item('Send notice…').getByText('Coach or barge in first so that someone can read it').waitFor();
    await item('End chat…').getByText('Not available in this chat right now').waitFor();
    expect(await item('End chat…').isDisabled()).toBe(true);
    expect(await item('End consultation').count()).toBe(0);
    await page.keyboard.press('Escape');

    // A server that fails to tell its codes is asked again; one without codes takes words.
    await control.injectFault({ kind: 'refuse', path: '/settings/dispositions', status: 500, times: 1 });
    const disposition = page.getByTestId('disposition');
    await disposition.getByRole('button', { name: 'Choose' }).click();
    await page.getByText('The server reported an internal error.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('No codes available. Enter your own text.').waitFor();
    await page.getByRole('textbox', { name: 'Disposition' }).fill('<b>Calmed down</b>');
    await page.keyboard.press('Enter');
    await disposition.getByText('<b>Calmed down</b>').waitFor();
    await stage.dataIs(first, 'DispositionCode', '<b>Calmed down</b>');

    // Data of any name and length are what they are.
    const data = page.getByTestId('customer-data');
    const row = data.locator('[data-key="__proto__"]');
    await data.getByRole('button', { name: 'Add' }).click();
    await data.getByRole('textbox', { name: 'Name' }).fill('__proto__');
    await data.getByRole('textbox', { name: 'Value' }).fill(nasty);
    await page.keyboard.press('Enter');
    await row.waitFor();
    await stage.dataIs(first, '__proto__', nasty);
    // A long one is folded, and whole when asked for.
    const value = row.locator('.value');
    const folded = (await value.textContent()) ?? '';
    expect(folded.length).toBeLessThan(nasty.length);
    expect(folded.startsWith(nasty.slice(0, 100))).toBe(true);
    await row.getByRole('button', { name: 'Show all (5,000)' }).click();
    expect(await value.textContent()).toBe(nasty);
    expect(await data.locator('img').count()).toBe(0);
    await control.injectFault({
      ...{ kind: 'refuse', operation: 'UpdateUserData', status: 403, statusCode: 5, times: 1 },
      statusMessage: 'Not yours to change',
    });
    await row.hover();
    await data.getByRole('button', { name: 'Edit __proto__' }).click();
    await data.getByRole('textbox', { name: 'Edit __proto__' }).fill('short');
    await page.keyboard.press('Enter');
    await data.getByRole('alert').waitFor();
    expect(await data.getByRole('textbox', { name: 'Edit __proto__' }).inputValue()).toBe('short');
    await page.keyboard.press('Enter');
    await stage.dataIs(first, '__proto__', 'short');
    await row.hover();
    await data.getByRole('button', { name: 'Delete __proto__' }).click();
    await row.waitFor({ state: 'detached' });
    expect(Object.keys(await stage.dataOfAgent(first))).not.toContain('__proto__');

    // A queue that refuses: the choice stays, and so does everybody in the chat.
    await control.setQuirks({ supervisorsOfferedMore: true });
    const second = await stage.chatIn('bargeIn', 'Noa Levi');
    await control.injectFault({
      ...{ kind: 'refuse', operation: 'Transfer', status: 409, statusCode: 2, times: 1 },
      statusMessage: 'The queue is closed',
    });
    await stage.choose('Transfer…');
    await stage.handTo('payments', 'Noa will be transferred to the Payments queue, and you’ll leave the chat.');
    await page.getByRole('alert').getByText('The queue is closed').waitFor();
    await page.getByTestId('consequence').getByText('Payments').waitFor();
    for (const party of ['supervisor', 'Ana Ruiz']) await stage.stateIs(second, party, 'Chatting');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();

    // A consultation that the server says, too late, it could not end goes on, and is ended by asking again.
    await stage.choose('Consult…');
    await stage.handTo('jonas', 'Jonas Weber will be consulted privately. Noa won’t see this.');
    await stage.stateIs(second, 'Jonas Weber', 'Chatting');
    await control.failLater({ userName: 'supervisor', operation: 'CancelConsult', errorMessage: 'Not just now' });
    await stage.choose('End consultation');
    await stage.showsToast('Not just now');
    await stage.stateIs(second, 'Jonas Weber', 'Chatting');
    await stage.choose('End consultation');
    await stage.stateIs(second, 'Jonas Weber', 'Revoked');

    // Last words that were refused were not said, and are still there to be said.
    const words = page.getByRole('textbox', { name: 'Closing message (optional)' });
    const refusal = { kind: 'refuse', operation: 'Complete', status: 409, statusCode: 2, times: 1 } as const;
    await control.injectFault({ ...refusal, statusMessage: 'Somebody is typing' });
    await stage.choose('End chat…');
    await words.fill('Goodbye, Noa.');
    await page.getByRole('button', { name: 'Send and end chat' }).click();
    await page.getByRole('alert').getByText('Somebody is typing').waitFor();
    expect(await words.inputValue()).toBe('Goodbye, Noa.');
    expect(await stage.received(second, 'customer', 'Text')).not.toContain('Goodbye, Noa.');
    await stage.stateIs(second, 'supervisor', 'Chatting');
    await page.getByRole('button', { name: 'Send and end chat' }).click();
    await stage.stateIs(second, 'supervisor', 'Completed');
    await stage.receives(second, 'customer', 'Text', 'Goodbye, Noa.');

    // By SMS it is all the same.
    const handed = await smsIn(stage, 'Nora Whitfield');
    await window.say('I hand you to Jonas.');
    await stage.receives(handed.chatId, 'customer', 'Text', 'I hand you to Jonas.');
    await stage.choose('Transfer…');
    await stage.handTo('jonas', `${handed.number} will be transferred to Jonas Weber, and you’ll leave the chat.`);
    await stage.stateIs(handed.chatId, 'Jonas Weber', 'Chatting');
    await stage.stateIs(handed.chatId, 'supervisor', 'Completed');
    const ended = await smsIn(stage, 'Piet Maas');
    await stage.choose('End chat…');
    await words.fill('All done by SMS.');
    await page.getByRole('button', { name: 'Send and end chat' }).click();
    await stage.stateIs(ended.chatId, 'supervisor', 'Completed');
    await stage.receives(ended.chatId, 'customer', 'Text', 'All done by SMS.');
    expect((await control.requests()).some(({ path }) => path.endsWith(`/me/smssessions/${ended.chatId}`))).toBe(true);
  });
});
