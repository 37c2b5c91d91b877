import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';
import { reportFolder, type LaunchedConsole } from '../support/electron/launch';
import { WindowFromOutside } from '../support/electron/window-from-outside';

const still = ['--practice-rate=0', '--practice-chats=0'];
const expected = /page process exited|page hangs|it crashed|child process exited/;
const whisper = 'Offer her the refund, and do not mention the voucher';
const customer = 'Ines Prado';

/** A chat of 60 lines in which the supervisor coaches. */
async function inLongChat(launched: LaunchedConsole, agentCount = 1): Promise<{ chatId: string; agents: string[] }> {
  const { control, page } = launched;
  const window = new ConsolePage(page);
  await practise(launched);
  const agents = (await control.people())
    .filter(({ isSupervisor, presence }) => !isSupervisor && presence === 'ready')
    .slice(0, agentCount);
  await page.evaluate(
    async (ids) => {
      const { sightline } = window as unknown as {
        sightline: { invoke(name: string, request: unknown): Promise<unknown> };
      };
      for (const agentId of ids)
        await sightline.invoke('agents.watch', { requestId: agentId, agentId, mode: 'coach', scope: 'allChats' });
    },
    agents.map(({ id }) => id),
  );
  const { chatId } = await control.startChat({ agent: agents[0]?.userName ?? '', customer });
  for (let line = 1; line <= 60; line += 1) {
    const text = `Line ${line}. ${'And so it went on. '.repeat(line % 5)}`;
    await (line % 2 === 0 ? control.customerSays({ chatId, text }) : control.agentSays({ chatId, text }));
  }
  await window.openChat(customer);
  await window.waitForMode('coach');
  await page
    .getByText(/^Line 60\./)
    .first()
    .waitFor();
  return { chatId, agents: agents.map(({ userName }) => userName).sort() };
}

/** Files below a folder that hold a text, in either of the encodings a browser writes. */
async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const name of names.filter((one) => one.isFile())) {
    const bytes = await readFile(path.join(name.parentPath, name.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'))) found.push(name.name);
  }
  return found;
}

/** Ends the process that draws, if there is one to end and it is another than before. */
function killDrawing({ app }: LaunchedConsole): Promise<boolean> {
  return app.evaluate(async ({ app: program }) => {
    const drawing = program.getAppMetrics().find(({ type }) => type === 'GPU');
    if (drawing === undefined) return false;
    const gone = new Promise((resolve) => program.once('child-process-gone', resolve));
    process.kill(drawing.pid, 'SIGKILL');
    await gone;
    return true;
  });
}

const firstLineInSight = `(() => {
  const view = document.querySelector('[data-testid="transcript"]');
  if (view === null) return null;
  const top = view.getBoundingClientRect().top;
  const row = [...view.querySelectorAll('[data-index]')].find((one) => one.getBoundingClientRect().bottom > top + 1);
  return row === undefined ? null : [row.textContent.match(/Line \\d+/)?.[0], Math.round(row.getBoundingClientRect().top - top)];
})()`;
const kept = `window.sightline.invoke('window.restore', null).then(({ value }) => value)`;
const offeredWatches = `window.sightline.invoke('watches.saved', null).then(({ value }) => value)`;
const heading = `document.querySelector('h1')?.textContent`;
const draft = `document.querySelector('[data-testid="composer"] textarea, [data-testid="composer"] input')?.value`;

/** The transcript moves no more, away from its end, and main knows just where. */
async function restsAt(window: WindowFromOutside): Promise<void> {
  let last = '';
  await eventually(
    'the transcript rests',
    async () => {
      const anchor = (await window.look(`${kept}.then(({ view }) => view.anchor)`)) as { offsetPx: number } | null;
      const first = (await window.look(firstLineInSight)) as [string, number] | null;
      const isRest = anchor !== null && anchor.offsetPx === -(first?.[1] ?? 0) && JSON.stringify(first) === last;
      last = JSON.stringify(first);
      return { isRest, anchor, first };
    },
    ({ isRest }) => isRest,
  );
}

describe('a window that breaks', () => {
  it.each(['kill', 'hang'] as const)('is back after a %s with the same chat, place and draft', async (way) => {
    const launched = await consoleForTest({ flags: still, expects: expected });
    const { page, app, control } = launched;
    const { chatId } = await inLongChat(launched);
    const window = new WindowFromOutside(app);
    await new ConsolePage(page).composer.getByRole('textbox').fill(whisper);
    await page.getByTestId('transcript').hover();
    await page.mouse.wheel(0, -900);
    await restsAt(window);
    const before = await window.look(firstLineInSight);

    const { backMs, goneMs } = await window.breakAndTime(way, `${draft} === ${JSON.stringify(whisper)}`);
    expect(backMs - goneMs).toBeLessThan(2_000);
    await window.shows('the same chat', `${heading} === ${JSON.stringify(customer)}`);
    const after = await eventually(
      `the same line is at the top: ${JSON.stringify(before)}`,
      () => window.look(firstLineInSight),
      (seen) => JSON.stringify(seen) === JSON.stringify(before),
      4_000,
    );
    expect(after).toEqual(before);
    await control.customerSays({ chatId, text: 'Still there?' });
    await window.shows(
      'what is said next is in the list',
      `document.querySelector('.chat-row')?.textContent.includes('Still there?') === true`,
    );
    await window.shows(
      'the place is kept',
      `JSON.stringify(${firstLineInSight}) === ${JSON.stringify(JSON.stringify(before))}`,
    );
    expect((await control.sessions()).stream).toBe(1);
    expect(await filesWith(launched.profile, whisper)).toEqual([]);
  });

  it('ends in the fallback page after the third crash, which shows the state, steps back and tries again', async () => {
    const launched = await consoleForTest({ flags: still, expects: expected });
    const { app, page, control } = launched;
    const { chatId } = await inLongChat(launched);
    const window = new WindowFromOutside(app);
    await new ConsolePage(page).composer.getByRole('textbox').fill(whisper);
    await window.shows(
      'main has the draft',
      `${kept}.then(({ drafts }) => drafts[0]?.text === ${JSON.stringify(whisper)})`,
    );
    for (let time = 1; time <= 2; time += 1) {
      await window.breakAndTime('crash', `${heading} === ${JSON.stringify(customer)}`);
    }
    await window.breakAndTime('kill', `document.querySelector('#step-back') !== null`);
    mkdirSync(reportFolder, { recursive: true });
    for (const theme of ['light', 'dark'] as const) {
      await app.evaluate(({ nativeTheme }, chosen) => {
        nativeTheme.themeSource = chosen;
      }, theme);
      await window.shows(theme, `matchMedia('(prefers-color-scheme: ${theme})').matches`);
      await window.screenshot(path.join(reportFolder, `stopped-${theme}.png`));
    }
    const text = await window.text();
    expect(text).toContain('The window crashed several times');
    expect(text).toContain('Live · Agents can see you in 1 chat');
    expect(text).toContain('1 unsent draft is kept.');
    expect(await window.look('document.scripts.length')).toBe(0);

    await window.click('#step-back');
    await eventually(
      'the server made the supervisor silent',
      async () => (await control.chats()).find((chat) => chat.chatId === chatId)?.parties,
      (parties) =>
        parties?.some(({ role, visibility }) => role === 'supervisor' && visibility === 'Supervisors') === true,
    );
    await window.shows('the page says so', `document.body.innerText.includes('Live · not visible')`);
    await window.click('#open');
    await window.isLive();
    await window.shows('the same chat', `${heading} === ${JSON.stringify(customer)}`);
    // Who was writing when the page fell is asked first: the text is in the field that is held.
    await window.shows(
      'the whisper is still there, and held',
      `document.querySelector('[data-state="held"] textarea')?.value.includes(${JSON.stringify(whisper)})`,
    );
  });
});

describe('a graphics card that fails', () => {
  it('costs nobody the window, and is left alone from the next start on', async () => {
    const first = await consoleForTest({ flags: still });
    const window = new WindowFromOutside(first.app);
    await practise(first);
    for (let time = 1; time <= 3; time += 1) {
      await eventually(
        `drawing process ${time} ended`,
        () => killDrawing(first),
        (isKilled) => isKilled,
      );
    }
    await first.page.getByText('Hardware acceleration will be off from the next start.').waitFor();
    await window.isLive();
    await first.quit();

    const second = await consoleForTest({ profile: first.profile, flags: still });
    await second.page.getByText('Hardware acceleration is off because the graphics card failed').waitFor();
    expect(await second.app.evaluate(({ app }) => app.getGPUFeatureStatus().gpu_compositing)).toMatch(/disabled/);
  });
});

describe('a program that died', () => {
  it('offers the watches that were on to the same supervisor, and makes them again', async () => {
    const first = await consoleForTest({ flags: still });
    const { agents } = await inLongChat(first, 3);
    await eventually(
      'the watches are on disk',
      () => readFile(path.join(first.profile, 'settings.json'), 'utf8').catch(() => ''),
      (written) => written.split('"agentId"').length === 4,
    );
    const gone = first.app.waitForEvent('close');
    first.app.process().kill('SIGKILL');
    await gone;

    const second = await consoleForTest({ profile: first.profile, flags: still });
    await practise(second);
    const offer = second.page.getByTestId('resume-watches');
    await offer.getByText('You were watching 3 agents. Resume?').waitFor();
    for (const theme of ['light', 'dark'] as const) {
      await second.chooseSystemTheme(theme);
      await second.screenshot(`resume-${theme}`);
    }
    expect(await second.control.watches()).toEqual([]);
    await offer.getByRole('button', { name: 'Resume watching' }).press('Enter');
    // Three agents would see the supervisor, so it is asked first.
    const question = second.page.getByRole('dialog', { name: 'Coach 3 agents in their chats?' });
    await question.waitFor();
    expect(await second.control.watches()).toEqual([]);
    await question.getByRole('button', { name: 'Coach', exact: true }).click();
    await offer.waitFor({ state: 'detached' });
    const watches = await second.control.watches();
    expect([...new Set(watches.map(({ agent }) => agent))].sort()).toEqual(agents);
    expect(new Set(watches.map(({ medium }) => medium))).toEqual(new Set(['chat', 'sms']));
    expect(new Set(watches.map(({ mode, scope }) => `${mode} ${scope}`))).toEqual(new Set(['Coach AllChats']));
    await second.quit();

    const third = await consoleForTest({ profile: first.profile, flags: still });
    await practise(third);
    // After an orderly end they are offered as well; declined, they are not offered again.
    const again = third.page.getByTestId('resume-watches');
    await again.getByText('You were watching 3 agents. Resume?').waitFor();
    expect(await third.control.watches()).toEqual([]);
    await again.getByRole('button', { name: 'Not now' }).click();
    await again.waitFor({ state: 'detached' });
    await third.quit();

    const fourth = await consoleForTest({ profile: first.profile, flags: still });
    await practise(fourth);
    expect(await new WindowFromOutside(fourth.app).look(offeredWatches)).toEqual([]);
  });
});
