import type { Done, Medium, Result } from '../../../preload/contract';
import type { Disposer as Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import { done, fail } from '../../base/result';
import { isVisibleTo } from '../step-back/exposures';
import type { CommandContext } from './command-context';
import { requestWatch, cancelWatch } from './watch-media';

/** What replaces a watch that is to end: nobody sees the supervisor by it, should it join a chat before it is ended. */
const harmless = { mode: 'monitor', scope: 'nextChat', nickname: '' } as const;

/**
 * Makes the server hold what the list of watches shows for one agent, where it may hold a visible watch instead. Such a watch is
 * replaced by the listed one; where none is listed it is replaced and then ended, because the server refuses to end what
 * it does not hold, and that refusal would prove nothing.
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

/** Media of which the server may hold a visible watch for this agent that the list does not show. */
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
 * Settles watches in doubt: after a request whose outcome is not known, after a chat was joined while another watch was being
 * requested, and again with every reading of the floor. Without it the supervisor could be visible in a coming chat by
 * a watch that no list shows.
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
          change.type === 'commandSettled' && change.intent.kind === 'watch' && change.error !== null;
        if (isFailedWatch && change.intent.agentId !== null) settle(change.intent.agentId);
      }
    }),
    floorStore.onSignal((signal) => {
      if (signal.type === 'watchConsumed' && !watchExposure.consumed(signal, signal.mode)) settle(signal.agentId);
      if (signal.type !== 'applyResync') return;
      for (const agentId of watchExposure.visible((mode) => isVisibleTo('everyone', mode)).keys()) settle(agentId);
    }),
  ];
  return () => {
    for (const dispose of disposers) dispose();
  };
}
