/**
 * Finding words in everything live: 200 chats of 500 messages. Run: `npm run bench -- search`.
 * The floor it is measured against, in the same run: reading everything for every letter, once as one would first write it and
 * once with all texts folded beforehand, which is the fastest a scan can be. What is compared is the time for one letter typed.
 */
import { foldText } from '../../../preload/contract/text/fold-text';
import { SearchIndex } from '../../../renderer/domain/search/search-index';
import { isOneLetter, parseQuery } from '../../../renderer/domain/search/search-query';
import { createSayings } from '../../support/bench/sayings';
import { NaiveSearch } from '../../support/renderer/naive-search';

const chatCount = 200;
const messagesEach = 500;
const { words, someText } = createSayings(7);

const index = new SearchIndex();
const naive = new NaiveSearch();
const texts: { readonly chatId: string; readonly key: number; readonly text: string }[] = [];
for (let chat = 0; chat < chatCount; chat += 1) {
  for (let message = 1; message <= messagesEach; message += 1) {
    texts.push({ chatId: `chat-${String(chat)}`, key: message, text: someText() });
  }
}
for (const { chatId, key, text } of texts) naive.put(chatId, key, text);
const folded = texts.map(({ text }) => foldText(text));

const now = (): number => performance.now();
function write(line: string): void {
  process.stdout.write(`${line}\n`);
}

const heapBefore = memory();
const buildingFrom = now();
for (const { chatId, key, text } of texts) index.put(chatId, key, text);
index.find(parseQuery('warm'));
const builtMs = now() - buildingFrom;
const heapMb = (memory() - heapBefore) / 2 ** 20;

const typed = [
  'refund order',
  `${words[40] ?? ''} ${words[300] ?? ''}`,
  words[5_000] ?? '',
  words[0] ?? '',
  '20931',
  `"${words[1] ?? ''} ${words[2] ?? ''}"`,
];
// One letter alone is not looked for, in the console either.
const letterByLetter = typed
  .flatMap((text) => Array.from(text, (_, place) => text.slice(0, place + 1)))
  .filter((text) => !parseQuery(text).every(isOneLetter));

const indexed = letterByLetter.map((text) => timeOf(() => index.find(parseQuery(text))));
// The slow ones are asked fewer letters, spread over all.
const few = letterByLetter.filter((_, place) => place % 4 === 0);
const scanned = few.map((text) => timeOf(() => naive.find(parseQuery(text))));
const foldedScanned = letterByLetter.map((text) =>
  timeOf(() => {
    const parts = foldText(text).split(/\W+/u).filter(Boolean);
    return folded.filter((one) => parts.every((part) => one.includes(part)));
  }),
);

const incoming = texts.slice(0, 20_000).map(({ chatId, text }, place) => ({ chatId, key: 10_000 + place, text }));
const addingFrom = now();
for (const { chatId, key, text } of incoming) index.put(chatId, key, text);
const addMs = (now() - addingFrom) / incoming.length;

write(`${String(texts.length)} messages, ${String(letterByLetter.length)} letters typed; node ${process.version}`);
write(`index, one letter:            ${formatTimes(indexed)}`);
write(`scan of folded texts:         ${formatTimes(foldedScanned)}   ${ratio(foldedScanned, indexed)}`);
write(`scan as first written:        ${formatTimes(scanned)}   ${ratio(scanned, indexed)}`);
write(
  `taking in everything at once: ${builtMs.toFixed(0)} ms, ${heapMb.toFixed(0)} MB; one new message: ${(addMs * 1_000).toFixed(1)} µs`,
);

/** The best of three, since other programs share the machine. */
function timeOf(act: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const from = now();
    act();
    return now() - from;
  });
  return Math.min(...times);
}

function formatTimes(times: readonly number[]): string {
  return `median ${quantile(times, 0.5).toFixed(2)} ms, 95th ${quantile(times, 0.95).toFixed(2)} ms, worst ${Math.max(...times).toFixed(2)} ms`;
}

function ratio(slow: readonly number[], quick: readonly number[]): string {
  return `(${(quantile(slow, 0.5) / quantile(quick, 0.5)).toFixed(0)}x the index at the median, ${(quantile(slow, 0.95) / quantile(quick, 0.95)).toFixed(1)}x at the 95th)`;
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((one, other) => one - other)[Math.floor(part * (times.length - 1))] ?? NaN;
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
