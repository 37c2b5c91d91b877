import type { World } from './world';

const day = 86_400_000;

/** What befalls the whole of a server, a network or a machine, and not one exchange. */
export interface WorldFaultKind {
  readonly name: string;
  readonly strike: (world: World) => Promise<void> | void;
}

const down = (world: World, leastMs: number, mostMs: number): void => {
  world.isNetworkDown = true;
  world.clock.server.after(world.chance.between(leastMs, mostMs), () => {
    world.isNetworkDown = false;
    if (world.chance.happens(0.5)) world.console.platform.wake('networkBack');
  });
};

const slept =
  (forMs: number, isCounted: boolean) =>
  async (world: World): Promise<void> => {
    await world.clock.sleep(forMs, isCounted);
    if (world.chance.happens(0.5)) world.console.platform.wake('resumed');
  };

export const worldFaultKinds: readonly WorldFaultKind[] = [
  { name: 'network away', strike: (world) => down(world, 500, 40_000) },
  { name: 'network flaps', strike: (world) => down(world, 50, 900) },
  { name: 'stream session forgotten', strike: ({ floor }) => floor.bayeux.forgetSessions() },
  { name: 'server says goodbye', strike: ({ floor }) => floor.bayeux.disconnect(() => true) },
  { name: 'HTTP session forgotten', strike: ({ floor }) => floor.sessions.forgetAll() },
  {
    name: 'server restarted',
    strike: (world) => {
      world.floor.sessions.forgetAll();
      world.floor.bayeux.forgetSessions();
      down(world, 1_000, 30_000);
    },
  },
  { name: 'CSRF token changed', strike: ({ floor }) => floor.sessions.renewTokens() },
  { name: 'session cookie dropped', strike: ({ http }) => http?.dropCookies() },
  {
    name: 'sticky cookie changed: another node, which knows nothing',
    strike: ({ floor, http }) => {
      http?.dropCookies();
      floor.bayeux.forgetSessions();
    },
  },
  { name: 'clock set forward by a day', strike: ({ clock }) => clock.jumpWall(day) },
  { name: 'clock set back by a day', strike: ({ clock }) => clock.jumpWall(-day) },
  { name: 'slept 8 hours, counted', strike: slept(8 * 3_600_000, true) },
  { name: 'slept 8 hours, not counted', strike: slept(8 * 3_600_000, false) },
  { name: 'slept 40 seconds, not counted', strike: slept(40_000, false) },
  { name: 'process frozen 20 seconds', strike: slept(20_000, true) },
  { name: 'window loaded anew', strike: ({ console }) => console.openWindow() },
];
