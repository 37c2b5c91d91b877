import type { Script } from 'node:vm';
import type { Verdict } from './judge';
import { Story } from './story';
import type { Written } from './written';

export interface Outcome extends Verdict {
  readonly sentences: number;
  /** How often each was played, by name. */
  readonly played: ReadonlyMap<string, number>;
  readonly trace: readonly string[];
}

export const sentencesPerStory = 5;

/** A part of a supervisor's day, drawn from the seed. */
export async function playStory(script: Script, seed: number): Promise<Outcome> {
  return playOut(script, seed, async (story) => {
    const { chance, world } = story;
    await story.open({
      hasWall: chance.happens(0.5),
      bargeInBy: chance.pick(['press', 'hold'] as const),
      areSingleKeysOn: chance.happens(0.85),
    });
    let last: Written | null = null;
    while (story.written.length < sentencesPerStory) {
      last = await story.writeOne(last);
      // Sometimes the next sentence follows at once.
      if (last === null || chance.happens(0.7)) {
        await world.clock.run(chance.between(300, 4_000));
        world.clearSky();
        await world.clock.run(1_500);
      } else await world.clock.run(chance.between(60, 200));
    }
  });
}

export async function playOut(script: Script, seed: number, tell: (story: Story) => Promise<void>): Promise<Outcome> {
  const story = new Story(script, seed);
  try {
    await tell(story);
    const verdict = await story.end();
    return { ...verdict, sentences: story.written.length, played: story.played, trace: story.world.trace };
  } finally {
    story.close();
  }
}
