import type { Scenario } from '../scenario';
import { englishOrders } from './english-orders';
import { englishService } from './english-service';
import { furtherLanguages } from './further-languages';
import { germanAndFrench } from './german-french';
import { textMessages } from './text-messages';

/** Interleaved, so that the first chats of a small floor differ in language and mood. */
export const scenarios: readonly Scenario[] = interleave([
  englishOrders,
  furtherLanguages,
  englishService,
  germanAndFrench,
  textMessages,
]);

function interleave(groups: readonly (readonly Scenario[])[]): Scenario[] {
  const longest = Math.max(...groups.map((group) => group.length));
  return Array.from({ length: longest }, (_, row) => groups.flatMap((group) => group.slice(row, row + 1))).flat();
}
