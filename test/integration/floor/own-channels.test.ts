import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import { openPracticeRig, type PracticeRig } from '../../support/floor/practice-rig';
import { until } from '../../support/until';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await openPracticeRig();
});
afterEach(() => rig.close());

const own = (medium: 'chat' | 'sms') => rig.floorStore.ownChannels.find((channel) => channel.medium === medium)!;
const lunch = () => own('chat').reasons.find(({ label }) => /Lunch/.test(label))!.id;
const settled = () => until('settled', () => rig.floorStore.snapshot().pending.length === 0);
const errors = () =>
  rig.changes.flatMap((change) => (change.type === 'commandSettled' && change.error !== null ? change.error.code : []));

describe('the own channels', () => {
  it('are known once live, each with the reasons the server offers', () => {
    expect([own('chat').state, own('sms').state]).toEqual(['ready', 'ready']);
    expect(own('sms').reasons.map(({ label }) => label)).toEqual([
      'Not Ready - Lunch',
      'Not Ready - Training',
      'Not Ready - After Work',
    ]);
  });

  it('change one by one when the server confirms, with and without a reason', async () => {
    const { commands } = rig;
    expect(await commands['me.setNotReady']({ requestId: '1', medium: 'chat', reasonId: lunch() })).toEqual(done);
    await until('at lunch', () => own('chat').reasonId === lunch());
    expect(own('chat')).toMatchObject({ state: 'notReady', text: 'Not Ready - Lunch' });
    expect(own('sms').state).toBe('ready');
    await settled();
    await commands['me.setNotReady']({ requestId: '2', medium: 'sms', reasonId: null });
    await until('not ready', () => own('sms').state === 'notReady');
    await commands['me.setReady']({ requestId: '3', medium: 'chat' });
    await until('back', () => own('chat').state === 'ready');
    await settled();
    expect([own('sms').state, errors()]).toEqual(['notReady', []]);
  });

  it('stay unchanged when the server refuses, with the reason', async () => {
    rig.floor.control.injectFault({
      ...{ kind: 'refuse', path: '/me/channels/chat', status: 403, statusCode: 5, times: 1 },
      statusMessage: 'Not in your shift',
    });
    expect(await rig.commands['me.setNotReady']({ requestId: '1', medium: 'chat', reasonId: null })).toMatchObject({
      ok: false,
      error: { code: 'command.forbidden', serverMessage: 'Not in your shift' },
    });
    expect(own('chat').state).toBe('ready');
  });

  it('are confirmed by a resync when the notification is lost', async () => {
    rig.floor.control.injectFault({ kind: 'lose', times: 2 });
    expect(await rig.commands['me.setNotReady']({ requestId: '1', medium: 'chat', reasonId: null })).toEqual(done);
    await until('read', () => own('chat').state === 'notReady', 15_000);
    await settled();
    expect(errors()).toEqual([]);
  }, 30_000);

  it('allow one change at a time, and none of a missing channel', async () => {
    const first = rig.commands['me.setNotReady']({ requestId: '1', medium: 'chat', reasonId: null });
    expect(await rig.commands['me.setReady']({ requestId: '2', medium: 'chat' })).toEqual(
      fail('command.alreadyPending'),
    );
    expect(await first).toEqual(done);
    await settled();
    expect(own('chat').state).toBe('notReady');
  });
});
