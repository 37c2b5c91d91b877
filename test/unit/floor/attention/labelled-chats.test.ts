import { describe, expect, it } from 'vitest';
import { scenarios } from '../../../../main/practice/simulation/scenarios/scenarios';
import { judgedChats } from '../../../../main/rules/judged-chats';
import type { WrittenChat } from '../../../../main/rules/transcripts';
import { defaultAttention } from '../../../../main/settings/attention-settings';
import { batches, labelledChats, languages, type LabelledChat } from '../../../support/floor/labelled-chats';

const saidRules = new Set(['escalationWords', 'threats', 'insults', 'danger', 'repeated']);

function wantsLook(chats: readonly WrittenChat[]): readonly boolean[] {
  return judgedChats(chats, defaultAttention).map(({ reasons }) => reasons.some(({ rule }) => saidRules.has(rule)));
}

function measure(labelled: readonly LabelledChat[]) {
  const found = wantsLook(labelled.map(({ chat }) => chat));
  const count = (isFound: boolean, isLabelled: boolean): number =>
    labelled.filter(({ look }, place) => found[place] === isFound && (look !== null) === isLabelled).length;
  const hits = count(true, true);
  return { precision: hits / (hits + count(true, false)), recall: hits / (hits + count(false, true)) };
}

describe.each(batches)('labelled chats, %s', (half) => {
  const byLanguage = languages.map((language) => ({ language, chats: labelledChats(half, language) }));

  it('reaches a precision and a recall of at least 0.9', () => {
    const { precision, recall } = measure(byLanguage.flatMap(({ chats }) => chats));
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.9);
  });

  it.each(byLanguage)('finds reasons in every language: $language', ({ chats }) => {
    const { precision, recall } = measure(chats);
    expect(Math.min(precision, recall)).toBeGreaterThanOrEqual(0.75);
  });
});

it('contains at least 200 chats, of every language and both kinds', () => {
  const all = languages.map((language) => [...labelledChats('tune', language), ...labelledChats('held', language)]);
  expect(all.flat().length).toBeGreaterThanOrEqual(200);
  for (const chats of all) {
    expect(chats.length).toBeGreaterThanOrEqual(40);
    expect(chats.filter(({ look }) => look === null).length).toBeGreaterThanOrEqual(15);
  }
});

/** The chats of the practice floor, one entry every 25 seconds. */
const practiceChats = scenarios.map(({ name, language, beats }): WrittenChat => {
  const said = beats.flatMap((beat): Omit<WrittenChat['lines'][number], 'at'>[] => {
    if (beat.does === 'customerSays') return [{ from: 'customer', text: beat.text }];
    return beat.does === 'agentSays' ? [{ from: 'agent', text: beat.text }] : [];
  });
  return {
    id: name,
    language,
    lines: said.map((line, place) => ({ ...line, at: 25 * place })),
    endsAt: 25 * said.length,
  };
});

it('flags at most a tenth of a floor of everyday chats', () => {
  const calm = languages.flatMap((language) =>
    [...labelledChats('held', language), ...labelledChats('tune', language).slice(0, 10)]
      .filter(({ look }) => look === null)
      .map(({ chat }) => chat),
  );
  const floor = [...practiceChats, ...calm].slice(0, 60);
  expect(floor).toHaveLength(60);
  const wanting = judgedChats(floor, defaultAttention).filter(({ reasons }) => reasons.length > 0);
  expect(wanting.length).toBeLessThanOrEqual(6);
});

it('finds the refund that is requested three times, and the request for a superior', () => {
  const before = (name: string, text: RegExp): WrittenChat[] => {
    const chat = practiceChats.find(({ id }) => id === name);
    const place = chat?.lines.findIndex((line) => text.test(line.text)) ?? -1;
    return chat === undefined || place < 0 ? [] : [{ ...chat, lines: chat.lines.slice(0, place + 1), endsAt: 0 }];
  };
  const [refund] = judgedChats(before('refund-three-times', /third time/u), defaultAttention);
  expect(refund?.reasons).toMatchObject([{ rule: 'repeated', words: expect.stringContaining('REFUND') as string }]);
  const [parcel] = judgedChats(before('angry-late-parcel', /actually decide/u), defaultAttention);
  expect(parcel?.reasons.find(({ rule }) => rule === 'escalationWords')?.words).toContain(
    'somebody who can actually decide',
  );
});
