import type { Measure } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { AttackedConsole } from '../hostile/attacked-console';
import { hostileBodies } from '../hostile/bodies';
import { hostileFrames } from '../hostile/frames';
import { hostileHeaders } from '../hostile/headers';
import { hostileTransfers } from '../hostile/transfers';

const goal = '0 of at least 40 hostile answers are unnamed or stop the stream; main stays under +100 MB';
const minAnswers = 40;
const maxGrowthMb = 100;
const shortCount = 12;

/** Gives a signed-in console answers that no contact centre gives, in a drawn order, each followed by a chat message. */
export const measure: Measure = {
  name: 'server.hostile',
  goal,
  needs: ['setpriv'],
  async run({ seed, short, report }) {
    const all = [...hostileBodies, ...hostileTransfers, ...hostileHeaders, ...hostileFrames];
    const answers = new Chance(seed).shuffled(all).slice(0, short ? shortCount : all.length);
    const console = await AttackedConsole.open(seed);
    let [delivered, wrong, growth] = [0, 0, 0];
    try {
      const before = console.resetPeak();
      for (const answer of answers) {
        console.resetPeak();
        const problems = await console.receive(answer);
        delivered += 1;
        const grown = console.peak() - before;
        growth = Math.max(growth, grown);
        if (grown > maxGrowthMb) report(`${answer.name}: +${grown.toFixed(0)} MB`);
        if (problems.length > 0) wrong += 1;
        for (const problem of problems) report(`${answer.name}: ${problem}`);
      }
    } finally {
      await console.close();
    }
    const value = `${wrong} of ${delivered} unnamed or stop the stream; main +${growth.toFixed(0)} MB`;
    const isEnough = delivered === answers.length && (short || delivered >= minAnswers);
    return [{ name: 'server.hostile', value, goal, pass: wrong === 0 && growth < maxGrowthMb && isEnough }];
  },
};
