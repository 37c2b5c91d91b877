import { createSayings } from '../../support/bench/sayings';
import { onFloor } from '../on-floor';
import type { BenchMeasure } from '../measure';
import { typedIntoSearch } from '../typed-keys';
import { fillFloor, signIn, watchAll } from '../windows';

const [chats, messagesEach, frameMs] = [200, 500, 1_000 / 60];
/** Chats begin in parts, as on a floor. */
const parts = 10;
const [minLetters, commonest] = [5, 40];
const goal = 'at most 2 frames above the empty window';

/** A word that many messages have. */
const word =
  createSayings(3)
    .words.slice(commonest)
    .find(({ length }) => length >= minLetters) ?? '';

/** From a key in the search of all live chats to the frame. */
export const measure: BenchMeasure = {
  name: 'search.key',
  order: 84,
  goal,
  run: (context) =>
    onFloor(context, async ({ floor, console, empty }) => {
      const { page } = console;
      await signIn(page, floor.url);
      await watchAll(page, floor.agentIds);
      for (let part = 0; part < parts; part += 1)
        await fillFloor(floor, page, { chats: chats / parts, linesEach: messagesEach });
      await page.keyboard.press('Control+4');
      await page.locator('[role="searchbox"]').first().waitFor();
      context.report(`typed: "${word}"`);
      return [await typedIntoSearch({ console, empty }, { name: 'search.key', word, mostMs: 2 * frameMs, goal })];
    }),
};
