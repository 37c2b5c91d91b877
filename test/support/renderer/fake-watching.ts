import type {
  CommandName,
  CommandReply,
  CommandRequest,
  Done,
  FloorChange,
  CommandKind,
  Medium,
  Result,
  Snapshot,
  Watch,
} from '../../../preload/contract';

type WatchingName = 'agents.watch' | 'agents.stopWatching' | 'me.setReady' | 'me.setNotReady';

type Handlers = {
  [N in Extract<CommandName, WatchingName>]: (request: CommandRequest<N>) => Result<CommandReply<N>>;
};

/** As much of the fake main as watches and own channels stand on. */
interface WatchingWorld {
  readonly snapshot: () => Snapshot;
  readonly now: () => number;
  readonly underWay: (
    kind: CommandKind,
    request: { requestId: string; agentId?: string; about?: string },
    effect: () => FloorChange,
  ) => Result<Done>;
}

export function fakeWatching({ snapshot, now, underWay }: WatchingWorld): Handlers {
  const watchesBut = (agentId: string): readonly Watch[] =>
    snapshot().watches.filter((watch) => watch.agentId !== agentId);
  const turn = (
    kind: 'setReady' | 'setNotReady',
    request: { requestId: string; medium: Medium },
    reasonId: string | null,
  ): Result<Done> => {
    const state = kind === 'setReady' ? 'ready' : 'notReady';
    return underWay(kind, { ...request, about: request.medium }, () => ({
      type: 'ownChannelsChanged',
      ownChannels: snapshot().ownChannels.map((own) =>
        own.medium === request.medium
          ? { ...own, state, reasonId, text: own.reasons.find(({ id }) => id === reasonId)?.label ?? null }
          : own,
      ),
    }));
  };
  return {
    'agents.watch': (request) => {
      const { agentId, mode, scope, nickname = '' } = request;
      const media = snapshot().ownChannels.map(({ medium }) => medium);
      const watch: Watch = { agentId, mode, scope, nickname, media, state: 'active', since: now() };
      return underWay('watch', request, () => ({ type: 'watchesChanged', watches: [...watchesBut(agentId), watch] }));
    },
    'agents.stopWatching': (request) =>
      underWay('stopWatching', request, () => ({ type: 'watchesChanged', watches: watchesBut(request.agentId) })),
    'me.setReady': (request) => turn('setReady', request, null),
    'me.setNotReady': (request) => turn('setNotReady', request, request.reasonId),
  };
}
