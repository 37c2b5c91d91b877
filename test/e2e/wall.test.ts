import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import type { LaunchedConsole } from '../support/electron/launch';
import { WallPage, watchChats } from '../support/electron/wall-page';
import { WindowFromOutside } from '../support/electron/window-from-outside';

const still = ['--practice-rate=0', '--practice-chats=0'];
const expected = /page process exited|page hangs|it crashed|child process exited/;

/** Who sees the supervisor in this chat, as the server has it. */
function seenAs({ control }: LaunchedConsole, chatId: string, visibility: string): Promise<unknown> {
  return eventually(
    `the server has the supervisor seen by ${visibility}`,
    async () => (await control.chats()).find((chat) => chat.chatId === chatId)?.parties,
    (parties) =>
      parties?.some(
        (party) => party.role === 'supervisor' && party.visibility === visibility && party.state !== 'left',
      ) === true,
  );
}

async function textsSeenBy({ control }: LaunchedConsole, chatId: string, party: string): Promise<readonly unknown[]> {
  return (await control.seenBy({ chatId, party })).messages.map(({ text }) => text);
}

async function openWallWindow({ app, page }: LaunchedConsole): Promise<WallPage> {
  const [opened] = await Promise.all([
    app.waitForEvent('window'),
    page.getByRole('button', { name: 'Open wall in new window' }).click(),
  ]);
  const wall = new WallPage(opened);
  await wall.page.getByTestId('wall').waitFor();
  return wall;
}

describe('the wall', () => {
  it('coaches in one tile, barges in in another, and steps back, without being left', async () => {
    const launched = await consoleForTest({ flags: still });
    const { page, control } = launched;
    await practise(launched);
    const chats = await watchChats(launched, 7);
    const [first, second] = chats;
    if (first === undefined || second === undefined) throw new Error('there are chats');
    const wall = new WallPage(page);
    await wall.open();
    await eventually(
      'six tiles are filled',
      () => wall.tiles.count(),
      (count) => count === 6,
    );
    const before = await wall.chatIds();
    await wall.goTo(first.chatId);
    await page.keyboard.press('c');
    await wall.waitForMode(first.chatId, 'coach');
    await seenAs(launched, first.chatId, 'Agents');
    await page.keyboard.type('Offer the refund');
    await page.keyboard.press('Enter');
    await wall.tile(first.chatId).locator('[data-look="whisper"]', { hasText: 'Offer the refund' }).waitFor();
    expect(await textsSeenBy(launched, first.chatId, first.agent)).toContain('Offer the refund');
    expect(await textsSeenBy(launched, first.chatId, 'customer')).not.toContain('Offer the refund');

    // From inside the composer to the next tile, without the mouse.
    await page.keyboard.press('F6');
    const nextId = before[before.indexOf(first.chatId) + 1] ?? before[0] ?? '';
    await page.locator(`[data-tile][data-chat="${nextId}"][aria-current]`).waitFor();
    await page.keyboard.down('b');
    await wall.waitForMode(nextId, 'bargeIn');
    await page.keyboard.up('b');
    await seenAs(launched, nextId, 'All');
    await page.keyboard.type('I will sort this out for you');
    await page.keyboard.press('Enter');
    await wall.tile(nextId).locator('[data-look="stepIn"]', { hasText: 'I will sort this out' }).waitFor();
    expect(await textsSeenBy(launched, nextId, 'customer')).toContain('I will sort this out for you');
    expect(await textsSeenBy(launched, first.chatId, 'customer')).not.toContain('I will sort this out for you');
    await launched.screenshot('wall-two-modes');
    await page.getByTestId('visible-to-customers').waitFor();

    await page.keyboard.press('Escape');
    await wall.waitForMode(nextId, 'monitor');
    await seenAs(launched, nextId, 'Supervisors');
    await page.keyboard.press('Shift+F6');
    await page.keyboard.press('Escape');
    await wall.waitForMode(first.chatId, 'monitor');
    await seenAs(launched, first.chatId, 'Supervisors');

    await control.customerSays({ chatId: second.chatId, text: 'And now?' });
    await wall.tile(second.chatId).getByText('And now?').waitFor();
    await control.endChat({ chatId: first.chatId });
    await wall
      .tile(first.chatId)
      .getByText(/This chat (is over|is no longer available)/)
      .waitFor();
    expect(await wall.chatIds()).toEqual(before);
  });

  it('keeps pinned chats and the number of tiles over a restart of the window, and goes to the full chat and back', async () => {
    const launched = await consoleForTest({ flags: still });
    const { page } = launched;
    await practise(launched);
    await watchChats(launched, 5);
    const wall = new WallPage(page);
    await wall.open();
    await wall.chooseCount(2);
    await eventually(
      'two tiles',
      () => wall.tiles.count(),
      (count) => count === 2,
    );
    const [, shownSecond] = await wall.chatIds();
    await page.keyboard.press('2');
    await page.keyboard.press('Shift+ArrowLeft');
    await eventually(
      'it was carried',
      () => wall.chatIds(),
      (ids) => ids[0] === shownSecond,
    );
    await page.keyboard.press('Enter');
    await new ConsolePage(page).modeControl.waitFor();
    await page.keyboard.press('Control+3');
    expect((await wall.chatIds())[0]).toBe(shownSecond);
    await page.reload();
    await eventually(
      'it is still pinned',
      () => wall.chatIds(),
      (ids) => ids[0] === shownSecond && ids.length === 2,
    );
  });
});

describe('the window of the wall', () => {
  it('shows the same and acts, shares what is typed, comes back when it breaks, and ends nothing when it closes', async () => {
    const launched = await consoleForTest({ flags: still, expects: expected });
    const { page, app, control } = launched;
    await practise(launched);
    const chats = await watchChats(launched, 4);
    const chatId = chats[0]?.chatId ?? '';
    const inMain = new WallPage(page);
    await inMain.open();
    await eventually(
      'four tiles',
      () => inMain.tiles.count(),
      (count) => count === 4,
    );
    const wall = await openWallWindow(launched);
    await wall.page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
    await eventually(
      'the same chats',
      () => wall.chatIds(),
      (ids) => ids.length === 4,
    );
    expect([...(await wall.chatIds())].sort()).toEqual([...(await inMain.chatIds())].sort());

    await wall.goTo(chatId);
    await wall.page.keyboard.press('c');
    await wall.waitForMode(chatId, 'coach');
    await inMain.waitForMode(chatId, 'coach');
    await seenAs(launched, chatId, 'Agents');
    await wall.page.keyboard.type('Only for you');
    await inMain.goTo(chatId);
    const field = inMain.tile(chatId).getByRole('textbox');
    await eventually(
      'the other window has the text',
      () => field.inputValue(),
      (text) => text === 'Only for you',
    );
    await field.fill('Only for you, Ana');
    const fieldInWall = wall.tile(chatId).getByRole('textbox');
    await eventually(
      'and back',
      () => fieldInWall.inputValue(),
      (text) => text === 'Only for you, Ana',
    );

    const outside = new WindowFromOutside(app, 'wall');
    const draft = `document.querySelector('[data-testid="composer"] textarea')?.value`;
    const { goneMs, backMs } = await outside.breakAndTime('kill', `${draft} === 'Only for you, Ana'`);
    expect(backMs - goneMs).toBeLessThan(2_000);
    await outside.isLive();
    await control.customerSays({ chatId, text: 'Still with me?' });
    await outside.shows(
      'it goes on',
      `document.querySelector('[data-testid="wall"]')?.textContent.includes('Still with me?')`,
    );
    expect((await control.sessions()).stream).toBe(1);
    expect(await field.inputValue()).toBe('Only for you, Ana');

    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().includes('window=wall'))
        ?.close();
    });
    await eventually(
      'one window is left',
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
      (count) => count === 1,
    );
    await control.customerSays({ chatId, text: 'Hello?' });
    await inMain.tile(chatId).getByText('Hello?').waitFor();
    await new ConsolePage(page).isLive();
  });

  it('closes with the session and comes again at the next start', async () => {
    const first = await consoleForTest({ flags: still });
    await practise(first);
    await watchChats(first, 2);
    await new WallPage(first.page).open();
    const wall = await openWallWindow(first);
    const gone = wall.page.waitForEvent('close');
    await new ConsolePage(first.page).signOut();
    await gone;
    await first.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await first.quit();

    const second = await consoleForTest({ profile: first.profile, flags: still });
    const [again] = await Promise.all([second.app.waitForEvent('window'), practise(second)]);
    await again.getByTestId('wall').waitFor();
    expect(again.url()).toContain('window=wall');
  });
});
