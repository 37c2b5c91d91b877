import { describe, expect, it } from 'vitest';
import { OperationsStage } from './operations/stage';

/** In addition to the needs of a chat with three short lines. */
const maxExtraNodes = 3_000;

describe('texts made to stop the page', () => {
  it('stay foldable and few in elements, and the page answers', async () => {
    const stage = await OperationsStage.open();
    const { page, control, console } = stage;
    const chatId = await stage.chatIn('monitor', 'Kim Osei');
    const nodes = (): Promise<number> => page.evaluate(() => document.querySelectorAll('*').length);
    const before = await nodes();
    const texts = ['\u202e'.repeat(16_000), 'a.io '.repeat(3_100), `Hi${'\n'.repeat(500)}cancel`];
    for (const text of texts) await control.customerSays({ chatId, text });
    await control.setUserData({ chatId, userData: { Notes: 'long '.repeat(12_000), Subject: 'Refund' } });
    for (let at = 0; at < texts.length; at += 1) {
      await page
        .getByRole('button', { name: /^Show all [\d,]+ characters$/ })
        .first()
        .click();
    }
    await page.getByRole('button', { name: /^Show all \(/ }).waitFor();
    await page.locator('.mark[data-name="RLO × 16,000"]').waitFor({ state: 'attached' });
    expect((await nodes()) - before).toBeLessThan(maxExtraNodes);
    await console.screenshot('hostile-texts-light');
    await console.chooseSystemTheme('dark');
    await console.screenshot('hostile-texts-dark');
  });
});
