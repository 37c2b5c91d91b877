import { describe, expect, it } from 'vitest';
import { eventually } from '../../support/electron/eventually';
import { OperationsStage } from './stage';

describe('what is on record of a customer, in the window and at the server', () => {
  it('changes data and disposition, and reads what was before', { timeout: 240_000 }, async () => {
    const stage = await OperationsStage.open();
    const { page, window, control } = stage;
    const before = await stage.chatIn('monitor', 'Robin Vale');
    await control.agentSays({ chatId: before, text: 'Your first parcel is on its way.' });
    await window.transcript.getByText('first parcel').waitFor();
    await control.endChat({ chatId: before });
    await eventually(
      'the first chat is over',
      async () => (await control.chats()).find(({ chatId }) => chatId === before)?.isFinished,
      (isFinished) => isFinished === true,
    );

    const chatId = await stage.chatIn('monitor', 'Robin Vale');
    const data = page.getByTestId('customer-data');
    const row = (key: string) => data.locator(`[data-key="${key}"]`);

    await data.getByRole('button', { name: 'Add' }).click();
    await data.getByRole('textbox', { name: 'Name' }).fill('Mood?: now > then');
    await data.getByRole('textbox', { name: 'Value' }).fill('calm');
    await page.keyboard.press('Enter');
    await row('Mood?: now > then').getByText('calm').waitFor();
    await stage.dataIs(chatId, 'Mood?: now > then', 'calm');

    await row('Segment').hover();
    await data.getByRole('button', { name: 'Edit Segment' }).click();
    await data.getByRole('textbox', { name: 'Edit Segment' }).fill('Platinum');
    await page.keyboard.press('Enter');
    await row('Segment').getByText('Platinum').waitFor();
    await stage.dataIs(chatId, 'Segment', 'Platinum');

    await row('Segment').hover();
    await data.getByRole('button', { name: 'Delete Segment' }).click();
    await stage.dataIs(chatId, 'Segment', undefined);
    await stage.showsToast('Segment was deleted.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await row('Segment').getByText('Platinum').waitFor();
    await stage.dataIs(chatId, 'Segment', 'Platinum');

    await page.getByTestId('disposition').getByRole('button', { name: 'Choose' }).click();
    await page.getByRole('combobox').fill('follow');
    await page.getByRole('option', { name: 'To be followed up' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByTestId('disposition').getByText('To be followed up').waitFor();
    await stage.dataIs(chatId, 'DispositionCode', 'FollowUp');

    const earlier = page.getByTestId('customer-history').getByRole('button').first();
    await earlier.click();
    const past = page.getByRole('dialog').getByTestId('past-chat');
    await past.getByText('Past interaction, read-only.').waitFor();
    await past.getByText('Your first parcel is on its way.').waitFor();
    expect(await page.getByRole('dialog').getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('Escape');
    await past.waitFor({ state: 'detached' });

    // Nobody noticed anything of it.
    const seen = await control.seenBy({ chatId, party: 'customer' });
    expect(seen.messages.filter(({ fromRole }) => fromRole === 'supervisor')).toEqual([]);
  });
});
