import type { Done, Medium, Result } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import { done, fail } from '../../base/result';
import { isVisibleTo } from '../step-back/exposures';
import type { CommandContext } from './command-context';
import { requestWatch, cancelWatch } from './watch-media';

/** Replaces a watch before it is cancelled: no one sees the supervisor if it joins a chat meanwhile. */
const harmless = { mode: 'monitor', scope: 'nextChat', nickname: '' } as const;

/**
 * Makes the server hold the listed watch of one agent where it may hold another, visible one. The listed watch replaces
 * it. Without a listed watch it is replaced by a harmless one and then cancelled: the server refuses to cancel what it
 * does not hold, and that refusal proves nothing.
 */
export function settleWatch(tools: CommandContext, agentId: string): Promise<Result<Done>> {
  const { watchExposure: exposure, turns } = tools;
  return turns.enqueue(agentId, async () => {
    const { listed, unlisted } = doubtfulMedia(tools, agentId);
    const watch = tools.floorStore.watchOf(agentId);
    const contactCentre = tools.contactCentre();
    if (listed.length + unlisted.length === 0) return done;
    if (contactCentre === null) return fail('session.signedOut');
    const port = { contactCentre, exposure };
    const renewed = watch === null ? done : (await requestWatch(port, watch, { media: listed })).result;
    const { agreed, result } = await requestWatch(port, { agentId, ...harmless }, { media: unlisted });
    if (agreed.length > 0) await cancelWatch(port, agentId, agreed);
    return renewed.ok ? result : renewed;
  });
}

/** Returns the media for which the server may hold a visible watch that is not listed. */
function doubtfulMedia(
  { floorStore, watchExposure }: Pick<CommandContext, 'floorStore' | 'watchExposure'>,
  agentId: string,
): { readonly listed: readonly Medium[]; readonly unlisted: readonly Medium[] } {
  const watch = floorStore.watchOf(agentId);
  const listed: Medium[] = [];
  const unlisted: Medium[] = [];
  for (const [medium, possible] of watchExposure.possible(agentId)) {
    const isListed = watch?.state === 'active' && watch.media.includes(medium);
    const isPossiblyStale = possible.some(
      ({ mode, scope }) => isVisibleTo('everyone', mode) && !(isListed && mode === watch.mode && scope === watch.scope),
    );
    if (isPossiblyStale) (isListed ? listed : unlisted).push(medium);
  }
  return { listed, unlisted };
}

/**
 * Settles doubtful watches: after a request with unknown outcome, after a join during a request, and at every resync.
 * Otherwise the supervisor could become visible through a watch that no list shows.
 */
export function keepWatchesSettled(tools: CommandContext): Disposer {
  const { floorStore, watchExposure, log } = tools;
  const settle = (agentId: string): void => {
    runInBackground(settleWatch(tools, agentId), 'settling a watch', log);
  };
  const disposers = [
    floorStore.subscribe(({ changes }) => {
      for (const change of changes) {
        const isFailedWatch =
          change.type === 'commandSettled' && change.command.kind === 'watch' && change.error !== null;
        if (isFailedWatch && change.command.agentId !== null) settle(change.command.agentId);
      }
    }),
    floorStore.onSignal((signal) => {
      if (signal.type === 'watchConsumed' && !watchExposure.consumed(signal, signal.mode)) settle(signal.agentId);
      if (signal.type !== 'resynced') return;
      for (const agentId of watchExposure.visible((mode) => isVisibleTo('everyone', mode)).keys()) settle(agentId);
    }),
  ];
  return () => {
    for (const dispose of disposers) dispose();
  };
}
