import { onFloor } from '../on-floor';
import type { BenchMeasure } from '../measure';
import { typedIntoSearch } from '../typed-keys';
import { signIn, until } from '../windows';

const [agents, frameMs, moreMs] = [2_000, 1_000 / 60, 8];
const goal = 'at most 1 frame and 8 ms above the empty window';

/** From a key in the filter of the agents to the frame. */
export const measure: BenchMeasure = {
  name: 'roster.filter',
  order: 82,
  goal,
  run: (context) =>
    onFloor(
      context,
      async ({ floor, console, empty }) => {
        await signIn(console.page, floor.url);
        await console.page.keyboard.press('Control+2');
        const rows = `document.querySelector('[data-testid="agent-list"]')?.getAttribute('aria-rowcount')`;
        await until(console.page, `Number(${rows}) >= ${String(agents)}`, 500);
        const typed = { name: 'roster.filter', word: 'anna', mostMs: frameMs + moreMs, goal };
        return [await typedIntoSearch({ console, empty }, typed)];
      },
      agents,
    ),
};
