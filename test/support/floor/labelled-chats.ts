import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readTranscripts, type WrittenChat } from '../../../main/rules/transcripts';

export const languages = ['en', 'de', 'fr', 'es', 'ar'] as const;
export type FixtureLanguage = (typeof languages)[number];

/** A chat of `test/fixtures/attention` and whether somebody should look for what is said in it. */
export interface LabelledChat {
  readonly chat: WrittenChat;
  /** The kind of reason; `null`: all is well. */
  readonly look: string | null;
}

/** `tune`: the chats the phrases were written with; the misses of later ones widened the phrases as well, but for `held-out`. */
export const batches = [
  'tune',
  'held',
  'buried',
  'offhand',
  'round1',
  'round2',
  'round3',
  'round4',
  'round5',
  'round6',
  'round7',
  'round8',
  'round9',
  'held-out',
] as const;

export function labelledChats(batch: (typeof batches)[number], language: FixtureLanguage): readonly LabelledChat[] {
  const json = readFileSync(new URL(`../../fixtures/attention/${batch}-${language}.json`, import.meta.url), 'utf8');
  const labels = z.object({ chats: z.array(z.object({ look: z.string().nullable() })) }).parse(JSON.parse(json));
  const { chats, problems } = readTranscripts(json);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return chats.map((chat, place) => ({ chat, look: labels.chats[place]?.look ?? null }));
}
