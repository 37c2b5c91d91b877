import { describe, expect, onTestFinished, test } from 'vitest';
import type { PracticeServerOptions } from '../../../../main/practice/floor-server';
import { startPracticeServer } from '../../../../main/practice/floor-server';

async function openAgents(options: PracticeServerOptions) {
  const floor = await startPracticeServer({ timeScale: 0, ...options });
  onTestFinished(() => floor.stop());
  return floor.control;
}

/** All messages of the run, with times relative to its start. */
function record(control: Awaited<ReturnType<typeof openAgents>>) {
  return control.chats().map(({ chatId, customer, parties }) => ({
    chatId,
    customer,
    parties,
    said: control
      .seenBy({ chatId, party: 'customer' })
      .messages.map(({ index, type, from, text }) => [index, type, from, text]),
  }));
}

describe('ChatSimulator', () => {
  test('plays the same run for the same seed, and another for another seed', async () => {
    const play = async (seed: number) => {
      const control = await openAgents({ agents: 20, chats: 10, rate: 5, seed });
      for (let minute = 0; minute < 5; minute += 1) control.advance({ milliseconds: 60_000 });
      return record(control);
    };
    const [one, again, other] = [await play(7), await play(7), await play(8)];
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('starts with running chats and keeps about as many', async () => {
    const control = await openAgents({ agents: 40, chats: 30, rate: 5 });
    expect(control.chats()).toHaveLength(30);
    for (const { said } of record(control)) expect(said.length).toBeGreaterThanOrEqual(3);
    for (let minute = 0; minute < 10; minute += 1) control.advance({ milliseconds: 60_000 });
    const running = control.chats().filter(({ isFinished }) => !isFinished).length;
    expect(running).toBeGreaterThan(20);
    expect(running).toBeLessThanOrEqual(34);
    expect(control.chats().length).toBeGreaterThan(60);
  });

  test('runs at about the given rate', async () => {
    const control = await openAgents({ agents: 40, chats: 30, rate: 5 });
    const count = () => record(control).reduce((total, { said }) => total + said.length, 0);
    const before = count();
    control.advance({ milliseconds: 60_000 });
    const perSecond = (count() - before) / 60;
    expect(perSecond).toBeGreaterThan(2.5);
    expect(perSecond).toBeLessThan(10);
  });

  test('counts the traffic as all parties saw it', async () => {
    const control = await openAgents({ agents: 40, chats: 30, rate: 5 });
    const count = () => record(control).reduce((total, { said }) => total + said.length, 0);
    const [saidBefore, countedBefore] = [count(), control.happened().events];
    control.advance({ milliseconds: 60_000 });
    const said = count() - saidBefore;
    const counted = control.happened().events - countedBefore;
    expect(said).toBeGreaterThan(0);
    // All but what the customer may not read, or no longer could.
    expect(counted).toBeGreaterThanOrEqual(said);
    expect(counted).toBeLessThan(said * 1.2);
    // No user is signed in.
    expect(control.happened().notifications).toBe(0);
  });

  test('does nothing at rate 0 until the load changes', async () => {
    const control = await openAgents({ agents: 12, chats: 5, rate: 0 });
    const before = record(control);
    control.advance({ milliseconds: 3_600_000 });
    expect(record(control)).toEqual(before);
    control.setLoad({ chats: 8, rate: 2 });
    control.advance({ milliseconds: 60_000 });
    expect(control.chats().length).toBeGreaterThanOrEqual(8);
    expect(record(control)).not.toEqual(before);
  });

  test('ends, queues and transfers chats', async () => {
    const control = await openAgents({ agents: 40, chats: 30, rate: 10 });
    let hasQueued = false;
    for (let step = 0; step < 60; step += 1) {
      control.advance({ milliseconds: 10_000 });
      hasQueued ||= control.chats().some(({ queueName }) => queueName !== null);
    }
    const chats = control.chats();
    expect(hasQueued).toBe(true);
    expect(chats.some(({ parties }) => parties.filter(({ role }) => role === 'agent').length > 1)).toBe(true);
    expect(chats.some(({ isFinished }) => isFinished)).toBe(true);
  });

  test('plays a given scenario with a given agent', async () => {
    const control = await openAgents({ agents: 6, chats: 0, rate: 1 });
    const { chatId } = control.startChat({ agent: 'ana.ruiz', script: 'emoji-gift' });
    control.advance({ milliseconds: 120_000 });
    const seen = control.seenBy({ chatId, party: 'ana.ruiz' });
    expect(seen.messages.some(({ text }) => text?.includes('🎁') === true)).toBe(true);
  });
});
