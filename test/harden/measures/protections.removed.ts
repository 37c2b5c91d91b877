import type { Measure } from '../../faults/measure';
import { CopiedTree, protectionsThatDoNotFit } from '../stage/copied-tree';
import { mainProtections } from '../stage/main-protections';
import { pageProtections } from '../stage/page-protections';
import type { Guard, Protection } from '../stage/protection';

const protections = [...pageProtections, ...mainProtections];
const goal = `${protections.length} of ${protections.length} protections, removed one by one, turn a test red`;
/** The short run leaves out most tests of real windows. */
const shortWindows = 2;

/** Removes each protection in a copy of the sources; the test that guards it must fail. */
export const measure: Measure = {
  name: 'protections.removed',
  goal,
  async run({ short, report }) {
    const unfit = await protectionsThatDoNotFit(protections);
    if (unfit.length > 0) throw new Error(`update these protections: ${unfit.join(', ')}`);
    const windows = protections.filter(({ guard }) => guard.project === 'e2e');
    const leftOut = short ? windows.slice(shortWindows) : [];
    const tried = protections.filter((protection) => !leftOut.includes(protection));
    const tree = await CopiedTree.open();
    try {
      await requireGreen(tree, tried);
      let noticed = 0;
      for (const protection of tried) {
        const { failed, passed } = await tree.outcomeWithout(protection);
        if (failed > 0) noticed += 1;
        else report(`not noticed: ${protection.name} (${protection.guard.file}: ${passed} passed)`);
      }
      const value = `${noticed} of ${tried.length} turn a test red`;
      return [{ name: 'protections.removed', value, goal, pass: noticed === tried.length }];
    } finally {
      await tree.close();
    }
  },
};

/** A test that fails anyway, or runs nothing, would notice everything. A busy machine may need a second run. */
async function requireGreen(tree: CopiedTree, tried: readonly Protection[]): Promise<void> {
  const guards = new Map<string, Guard>(tried.map(({ guard }) => [JSON.stringify(guard), guard]));
  for (const guard of guards.values()) {
    if ((await isGreen(tree, guard)) || (await isGreen(tree, guard))) continue;
    throw new Error(`with all protections, ${guard.file} must pass`);
  }
}

async function isGreen(tree: CopiedTree, guard: Guard): Promise<boolean> {
  const { failed, passed } = await tree.outcomeOf(guard);
  return failed === 0 && passed > 0;
}
