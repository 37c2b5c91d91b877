import { busyFloor, crowdedFloor } from '../busy-floor';
import { FakeBridge } from '../fake-bridge';
import { emptySnapshot } from '../seed-floor';

/** `?floor=busy|crowded|empty|signed-out` chooses what is on the floor; `?theme=dark` the theme. `window.bridge` moves it. */
const wish = new URLSearchParams(location.search);
const now = Date.now();
const busy = busyFloor(now);
const floors: Record<string, () => ConstructorParameters<typeof FakeBridge>[0]> = {
  busy: () => ({ snapshot: busy }),
  crowded: () => ({ snapshot: crowdedFloor(now, 2_000, 200) }),
  empty: () => ({ snapshot: { ...busy, watches: [], chats: [], transcripts: [] } }),
  'signed-out': () => ({ snapshot: emptySnapshot(), afterSignIn: busy }),
};
const bridge = new FakeBridge((floors[wish.get('floor') ?? 'busy'] ?? floors['busy'])?.());
const theme = wish.get('theme');
if (theme === 'dark' || theme === 'light') bridge.settings = { ...bridge.settings, theme };
Object.assign(window, { sightline: bridge, bridge });
await import('../../../../renderer/main');
