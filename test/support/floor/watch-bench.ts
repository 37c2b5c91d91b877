import { CommandBench } from './command-bench';

/** A bench whose account also has a channel for text messages. */
export function benchWithBoth(bench = new CommandBench()): CommandBench {
  const ready = { state: 'ready', text: null, stateId: null } as const;
  bench.floorStore.applyEvents([
    {
      type: 'ownChannelsUpdated',
      channels: [
        { medium: 'chat', ...ready },
        { medium: 'sms', ...ready },
      ],
    },
  ]);
  return bench;
}

/** What the server was asked about which medium. */
export const askedByMedium = (bench: CommandBench): readonly string[] =>
  bench.centre.asked.map(({ what, request }) => `${what} ${(request as { medium: string }).medium}`);

/** The media of the listed watch of Ada; `null` without one. */
export const watchedMedia = (bench: CommandBench): unknown => bench.floorStore.watchOf('user-ada')?.media ?? null;
