import { describe, expect, it } from 'vitest';
import type { OwnChannel } from '../../../../preload/contract';
import { done, fail } from '../../../../main/base/result';
import { CommandBench } from '../../../support/floor/command-bench';

const lunch = { id: 'lunch', label: 'Lunch' };
const meeting = { id: 'meeting', label: 'Meeting' };
const away = { requestId: 'r-away', medium: 'chat', reasonId: 'lunch' } as const;
const back = { requestId: 'r-back', medium: 'chat' } as const;

function benchWith(state: OwnChannel['state']) {
  const bench = new CommandBench();
  const report = (chat: OwnChannel['state'], stateId: string | null = null) => {
    const ownChannels = [
      { medium: 'sms' as const, state: 'ready' as const, text: null, stateId: null },
      { medium: 'chat' as const, state: chat, text: null, stateId },
    ];
    bench.floorStore.applyResync({ chats: [], transcripts: [], ownChannels, notReadyReasons: [lunch, meeting] }, false);
  };
  report(state);
  const asked = () => bench.centre.asked.map(({ what, request }) => [what, request]);
  return { bench, report, asked };
}

describe('the own channel', () => {
  it.each([
    ['ready', false],
    ['notReady', false],
    ['loggedOut', true],
    ['unknown', true],
  ] as const)('that is %s is logged in first: %s', async (state, logsIn) => {
    const { bench, asked } = benchWith(state);
    await bench.commands['me.setReady'](back);
    await bench.commands['me.setNotReady']({ ...away, medium: 'sms' });
    expect(asked()).toEqual([
      ['setReady', { medium: 'chat', logsIn }],
      ['setNotReady', { medium: 'sms', reasonId: 'lunch', logsIn: false }],
    ]);
  });

  it('is ready only when the server says so of this very channel', async () => {
    const { bench, report } = benchWith('notReady');
    expect(await bench.commands['me.setReady'](back)).toEqual(done);
    expect(bench.story('r-back').at(-1)).toBe('accepted');
    report('ready');
    expect(bench.story('r-back').at(-1)).toBe('settled');
  });

  it('is not ready only with the reason that was asked for', async () => {
    const { bench, report } = benchWith('ready');
    await bench.commands['me.setNotReady'](away);
    report('notReady', 'meeting');
    report('ready', 'lunch');
    expect(bench.story('r-away').at(-1)).toBe('accepted');
    report('notReady', 'lunch');
    expect(bench.story('r-away').at(-1)).toBe('settled');
  });

  it('takes one change at a time, and none if the account has no such channel', async () => {
    const { bench, asked } = benchWith('notReady');
    await bench.commands['me.setReady'](back);
    expect(await bench.commands['me.setNotReady'](away)).toEqual(fail('command.alreadyPending'));
    expect(asked()).toHaveLength(1);
    const bare = new CommandBench();
    expect(await bare.commands['me.setReady'](back)).toEqual(fail('command.notFound'));
  });
});
