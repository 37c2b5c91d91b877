import type { VirtualEndpoint } from './virtual-endpoint';
import type { World } from './world';

const day = 86_400_000;

/** A fault of a whole server, network or machine, not of one exchange. */
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

const everyDoor =
  (strike: (door: VirtualEndpoint) => void) =>
  ({ floor }: World): void => {
    for (const door of floor.doors) strike(door);
  };

const away = (world: World, door: VirtualEndpoint, leastMs: number, mostMs: number): void => {
  door.isAway = true;
  world.clock.server.after(world.chance.between(leastMs, mostMs), () => {
    door.isAway = false;
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
  { name: 'stream session forgotten', strike: everyDoor(({ bayeux }) => bayeux.forgetSessions()) },
  { name: 'server says goodbye', strike: everyDoor(({ bayeux }) => bayeux.disconnect(() => true)) },
  { name: 'HTTP session forgotten', strike: everyDoor(({ sessions }) => sessions.forgetAll()) },
  {
    name: 'server restarted',
    strike: (world) => {
      for (const { sessions, bayeux } of world.floor.doors) {
        sessions.forgetAll();
        bayeux.forgetSessions();
      }
      down(world, 1_000, 30_000);
    },
  },
  { name: 'CSRF token changed', strike: everyDoor(({ sessions }) => sessions.renewTokens()) },
  { name: 'session cookie dropped', strike: ({ http }) => http?.dropCookies() },
  {
    name: 'sticky cookie changed: another node, which knows nothing',
    strike: ({ floor, http }) => {
      http?.dropCookies();
      for (const { bayeux } of floor.doors) bayeux.forgetSessions();
    },
  },
  { name: 'clock set forward by a day', strike: ({ clock }) => clock.jumpWall(day) },
  { name: 'clock set back by a day', strike: ({ clock }) => clock.jumpWall(-day) },
  { name: 'slept 8 hours, counted', strike: slept(8 * 3_600_000, true) },
  { name: 'slept 8 hours, not counted', strike: slept(8 * 3_600_000, false) },
  { name: 'slept 40 seconds, not counted', strike: slept(40_000, false) },
  { name: 'process frozen 20 seconds', strike: slept(20_000, true) },
  { name: 'window reloaded', strike: ({ console }) => console.openWindow() },
];

/** Faults of one of two addresses. */
export const addressFaultKinds: readonly WorldFaultKind[] = [
  { name: 'address in use away', strike: (world) => away(world, world.doorInUse, 20_000, 120_000) },
  { name: 'address in use flaps', strike: (world) => away(world, world.doorInUse, 1_000, 12_000) },
  { name: 'some address away', strike: (world) => away(world, world.chance.pick(world.floor.doors), 20_000, 120_000) },
  {
    name: 'address in use restarted',
    strike: (world) => {
      const door = world.doorInUse;
      door.sessions.forgetAll();
      door.bayeux.forgetSessions();
      away(world, door, 10_000, 60_000);
    },
  },
];
