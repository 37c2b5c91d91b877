import { expect, test } from 'vitest';
import { textWith } from '../support/practice/any-value';
import { createControlClient } from '../support/practice/control-client';
import { Stage } from '../support/practice/stage';

const controlToken = 'a token for this test';

test('controls the server from another process', async () => {
  const stage = await Stage.open({ controlToken });
  const remote = createControlClient(stage.floor.url, controlToken);
  const { chatId } = await remote.startChat({ agent: 'ana.ruiz', customer: 'مريم الهاشمي' });
  await remote.customerSays({ chatId, text: 'مرحبا' });
  await remote.agentSays({ chatId, text: 'psst', audience: 'Agents' });
  expect(await remote.seenBy({ chatId, party: 'customer' })).toEqual(stage.seen(chatId, 'customer'));
  expect(await remote.chats()).toEqual(stage.floor.control.chats());
  expect(await remote.people()).toEqual(stage.floor.control.people());
  await remote.setQuirks({ omitChatPath: true });
  expect(stage.floor.control.quirks().omitChatPath).toBe(true);
  await remote.injectFault({ kind: 'duplicate', times: 1 });
  expect(await remote.faults()).toEqual([{ kind: 'duplicate', times: 1 }]);
});

test.each([
  ['startChat', { agent: 'nobody' }, 'no such user: nobody'],
  ['startChat', {}, 'agent'],
  ['seenBy', { chatId: 'x', party: 'customer' }, 'no such chat: x'],
  ['setQuirks', { noSuchQuirk: true }, 'noSuchQuirk'],
  ['injectFault', { kind: 'sabotage' }, 'kind'],
  ['makeCoffee', {}, 'no such control'],
  ['toString', {}, 'no such control'],
])('refuses %s %j with a reason', async (name, argument, reason) => {
  const stage = await Stage.open({ controlToken });
  const response = await fetch(`${stage.floor.url}/practice/control/${name}`, {
    method: 'POST',
    headers: { 'X-Practice-Token': controlToken },
    body: JSON.stringify(argument),
  });
  expect(response.ok).toBe(false);
  expect(await response.json()).toEqual({ ok: false, error: textWith(reason) });
});

test('requires the token, and does not exist unless enabled', async () => {
  const open = await Stage.open({ controlToken });
  const knock = async (url: string, headers: Record<string, string> = {}) =>
    (await fetch(`${url}/practice/control/chats`, { method: 'POST', headers })).status;
  expect(await knock(open.floor.url)).toBe(401);
  expect(await knock(open.floor.url, { 'X-Practice-Token': 'guess' })).toBe(401);
  expect(await knock(open.floor.url, { 'X-Practice-Token': controlToken })).toBe(200);
  const shut = await Stage.open();
  expect(await knock(shut.floor.url, { 'X-Practice-Token': '' })).toBe(401);
  expect(shut.floor.control.requests().map(({ path }) => path)).toContain('/practice/control/chats');
});

test('answers a restart over HTTP before it happens', async () => {
  const stage = await Stage.open({ controlToken });
  const remote = createControlClient(stage.floor.url, controlToken);
  await remote.restart({ downMs: 50 });
  await expect.poll(() => remote.sessions().catch(() => null), { timeout: 3000 }).toEqual({ http: 0, stream: 0 });
});
