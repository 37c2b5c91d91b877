import type { Locator } from 'playwright-core';
import { ConsolePage } from './console-page';
import { practise } from './console-test';
import type { LaunchedConsole } from './launch';

const customer = 'Ines Prado';

/** Opens a chat in which the customer has written `Line 1.`, `Line 2.` and so on; the supervisor coaches. Returns its id. */
export async function openLongChat(launched: LaunchedConsole, lineCount: number): Promise<string> {
  const { control, page } = launched;
  const window = new ConsolePage(page);
  await practise(launched);
  const agent = (await control.people()).find(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready');
  await page.evaluate(async (agentId) => {
    const { sightline } = window as unknown as {
      sightline: { invoke(name: string, request: unknown): Promise<unknown> };
    };
    await sightline.invoke('agents.watch', { requestId: agentId, agentId, mode: 'coach', scope: 'allChats' });
  }, agent?.id);
  const { chatId } = await control.startChat({ agent: agent?.userName ?? '', customer });
  for (let line = 1; line <= lineCount; line += 1)
    await control.customerSays({ chatId, text: `Line ${String(line)}.` });
  await window.openChat(customer);
  await window.waitForMode('coach');
  await window.transcript.getByText(`Line ${String(lineCount)}.`, { exact: true }).waitFor();
  return chatId;
}

/** The first visible row and how far from the top of the list it begins. */
export const firstLineOf = (scroller: Locator): Promise<string> =>
  scroller.evaluate((list) => {
    const { top } = list.getBoundingClientRect();
    for (const row of list.querySelectorAll('[data-index]')) {
      const box = row.getBoundingClientRect();
      const line = /Line \d+/u.exec(row.textContent)?.[0];
      if (box.bottom > top + 1 && line !== undefined) return `${line} at ${(box.top - top).toFixed(0)}`;
    }
    return '';
  });
