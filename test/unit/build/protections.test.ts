import { expect, it } from 'vitest';
import { protectionsThatDoNotFit } from '../../harden/stage/copied-tree';
import { mainProtections } from '../../harden/stage/main-protections';
import { pageProtections } from '../../harden/stage/page-protections';

it('finds the source text of every protection that npm run harden removes', async () => {
  expect(await protectionsThatDoNotFit([...pageProtections, ...mainProtections])).toEqual([]);
});
