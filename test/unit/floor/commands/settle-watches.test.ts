import { describe, expect, it } from 'vitest';
import { done, fail } from '../../../../main/base/result';
import type { Mode, WatchScope } from '../../../../preload/contract';
import { CommandBench } from '../../../support/floor/command-bench';
import { activeChat, chatUpdated } from '../../../support/floor/readings';
import { benchWithBoth } from '../../../support/floor/watch-bench';

const agentId = 'user-ada';
const unknown = fail('command.outcomeUnknown');

class Bench extends CommandBench {
  #requests = 0;

  async watch(mode: Mode, scope: WatchScope = 'allChats'): Promise<void> {
    const requestId = `r-${String((this.#requests += 1))}`;
    void this.commands['agents.watch']({ requestId, agentId, mode, scope });
    await this.clock.advanceSettled(0);
  }

  /** Returns the requests since the last call. */
  asked(): readonly string[] {
    return this.centre.asked.splice(0).map(({ what, request }) => {
      const { mode, scope } = request as { mode?: Mode; scope?: WatchScope };
      return [what, mode, scope].filter((part) => part !== undefined).join(' ');
    });
  }
}

describe('a watch with unknown outcome', () => {
  it('is replaced and cancelled when none is listed, so that it never shows the supervisor', async () => {
    const bench = new Bench();
    bench.centre.answerNext(unknown);
    await bench.watch('coach');
    bench.asked();
    await bench.clock.advanceSettled(11_000);
    expect(bench.asked()).toEqual(['watch monitor nextChat', 'stopWatching']);
  });

  it('is replaced by the listed one', async () => {
    const bench = new Bench();
    await bench.watch('monitor');
    bench.centre.answerNext(unknown);
    await bench.watch('bargeIn');
    bench.asked();
    await bench.clock.advanceSettled(11_000);
    expect(bench.asked()).toEqual(['watch monitor allChats']);
  });

  it('stays when it would show the supervisor to no one', async () => {
    const bench = new Bench();
    bench.centre.answerNext(unknown);
    await bench.watch('monitor');
    bench.asked();
    await bench.clock.advanceSettled(11_000);
    expect(bench.asked()).toEqual([]);
  });

  it('is settled at the next resync when the first attempt fails', async () => {
    const bench = new Bench();
    bench.centre.answerNext(unknown, unknown);
    await bench.watch('coach');
    await bench.clock.advanceSettled(11_000);
    bench.asked();
    bench.floorStore.applyResync({ chats: [], transcripts: [] }, false);
    await bench.clock.advanceSettled(0);
    expect(bench.asked()).toEqual(['watch monitor nextChat', 'stopWatching']);
  });
});

describe('a doubtful watch', () => {
  it('is settled for each medium in its own way', async () => {
    const bench = new Bench();
    benchWithBoth(bench);
    bench.centre.answerNext(done, fail('command.forbidden'));
    await bench.watch('monitor');
    bench.centre.answerNext(unknown, unknown);
    await bench.watch('bargeIn');
    bench.asked();
    await bench.clock.advanceSettled(11_000);
    expect(bench.asked()).toEqual(['watch monitor allChats', 'watch monitor nextChat', 'stopWatching']);
  });

  it('waits for the next resync, whatever else fails or happens', async () => {
    const bench = new Bench();
    bench.centre.answerNext(unknown, unknown);
    await bench.watch('coach');
    await bench.clock.advanceSettled(11_000);
    bench.asked();
    bench.centre.answerNext(fail('command.forbidden'));
    await bench.commands['chats.intrude']({ requestId: 'in', chatId: 'chat-1', agentId, mode: 'monitor' });
    bench.floorStore.applyEvents([{ type: 'operationFailed', referenceId: null, serverMessage: 'No' }]);
    await bench.clock.advanceSettled(0);
    expect(bench.asked()).toEqual(['intrude monitor']);
  });

  it('by a medium that the account lost is not settled by a request that succeeds for the other', async () => {
    const bench = new Bench();
    benchWithBoth(bench);
    bench.centre.answerNext(done, unknown, unknown);
    await bench.watch('coach');
    await bench.clock.advanceSettled(11_000);
    const ownChannels = [{ medium: 'chat', state: 'ready', text: null, stateId: null }] as const;
    bench.centre.answerNext(unknown);
    bench.floorStore.applyResync({ chats: [], transcripts: [], ownChannels, notReadyReasons: [] }, false);
    await bench.clock.advanceSettled(0);
    bench.asked();
    await bench.watch('coach');
    expect(bench.asked()).toEqual(['watch coach allChats']);
    bench.floorStore.applyResync({ chats: [], transcripts: [] }, false);
    await bench.clock.advanceSettled(0);
    expect(bench.asked()).toEqual(['watch monitor nextChat', 'stopWatching']);
  });

  it.each(['command.partlyDone', 'server.fault'] as const)('is one that ended with %s', async (code) => {
    const bench = new Bench();
    bench.centre.answerNext(fail(code));
    await bench.watch('coach');
    expect(bench.asked()).toEqual(['watch coach allChats', 'watch monitor nextChat', 'stopWatching']);
  });

  it('is not one that the server refused', async () => {
    const bench = new Bench();
    bench.centre.answerNext(fail('command.forbidden'));
    await bench.watch('coach');
    expect(bench.asked()).toEqual(['watch coach allChats']);
  });

  it('is one whose cancellation failed, once its chat may have been joined by another', async () => {
    const bench = new Bench();
    await bench.watch('coach', 'nextChat');
    bench.centre.answerNext(fail('server.unreachable'));
    await bench.commands['agents.stopWatching']({ requestId: 's-1', agentId });
    bench.asked();
    bench.floorStore.applyEvents([chatUpdated(activeChat('agents'))]);
    await bench.clock.advanceSettled(0);
    expect(bench.asked()).toEqual(['watch monitor nextChat', 'stopWatching']);
  });
});

describe('a nextChat watch', () => {
  it('is consumed without a request when its chat is joined in its mode', async () => {
    const bench = new Bench();
    await bench.watch('coach', 'nextChat');
    await bench.clock.advanceSettled(40_000);
    bench.asked();
    bench.floorStore.applyEvents([chatUpdated(activeChat('agents'))]);
    await bench.clock.advanceSettled(0);
    expect([bench.asked(), bench.floorStore.watches]).toEqual([[], []]);
  });

  it('is cancelled on the server when the previous watch may have joined the chat', async () => {
    const bench = new Bench();
    await bench.watch('monitor');
    await bench.watch('coach', 'nextChat');
    bench.asked();
    bench.floorStore.applyEvents([chatUpdated(activeChat('supervisors'))]);
    await bench.clock.advanceSettled(0);
    expect(bench.asked()).toEqual(['watch monitor nextChat', 'stopWatching']);
  });
});
