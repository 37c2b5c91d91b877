/** Plays stories by seed and the cases, and prints them: `node --import tsx test/faults/typist/one.ts SEED A3 A4:SEED ...`. */
import process from 'node:process';
import { Script } from 'node:vm';
import { cases, playCase } from './cases';
import { buildPage, readPage } from './page-bundle';
import { playStory } from './play';

await buildPage();
const script = new Script(await readPage());
for (const wanted of process.argv.slice(2)) {
  const [label = '', caseSeed = '1'] = wanted.split(':');
  const played = /^\d+$/u.test(wanted)
    ? [{ name: `seed ${wanted}`, run: () => playStory(script, Number(wanted)) }]
    : cases
        .filter(({ name }) => name.startsWith(label))
        .map((one) => ({ name: one.name, run: () => playCase(script, one, Number(caseSeed)) }));
  for (const { name, run } of played) {
    const { misread, commands, lost, sentences, sent, findings, trace, played: what } = await run();
    process.stdout.write(
      [
        `\n== ${name}: ${sentences} sentences, ${sent} sent; misread ${misread}, commands ${commands}, lost ${lost}`,
        ...trace,
        ...findings,
        JSON.stringify([...what]),
        '',
      ].join('\n'),
    );
  }
}
process.exit();
