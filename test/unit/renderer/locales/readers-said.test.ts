import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The sentences that say who reads a text, word for word: a catalogue in which two of them are swapped must not pass. Whoever
 * changes one on purpose changes it here too.
 */
const said = {
  en: {
    audience: {
      doesNot: '{names} can’t | {names} can’t',
      onlyReads: 'Only {names} can read this | Only {names} can read this',
      reads: '{names} can read this | {names} can read this',
    },
    send: {
      agents: 'Whisper to {names}',
      everyone: 'Send to {names}',
    },
    field: 'Message to {names}',
    fieldWhisper: 'Whisper to {names}',
    turnTo: {
      agents: 'Whisper to {names} instead',
      everyone: 'Write to {names} instead',
    },
    ownName: '{names} sees you as “{own}” | {names} see you as “{own}”',
    seenBy: {
      bargeIn: '{names} can see you | {names} can see you',
      coach: 'Only {names} can see you | Only {names} can see you',
      monitor: 'No one can see you',
    },
  },
  de: {
    audience: {
      doesNot: '{names} liest es nicht | {names} lesen es nicht',
      onlyReads: 'Nur {names} liest das | Nur {names} lesen das',
      reads: '{names} liest das | {names} lesen das',
    },
    send: {
      agents: '{names} zuflüstern',
      everyone: 'An {names} senden',
    },
    field: 'Nachricht an {names}',
    fieldWhisper: 'Flüsternachricht an {names}',
    turnTo: {
      agents: 'Stattdessen {names} zuflüstern',
      everyone: 'Stattdessen an {names} schreiben',
    },
    ownName: '{names} sieht Sie als „{own}“ | {names} sehen Sie als „{own}“',
    seenBy: {
      bargeIn: '{names} sieht Sie | {names} sehen Sie',
      coach: 'Nur {names} sieht Sie | Nur {names} sehen Sie',
      monitor: 'Niemand sieht Sie',
    },
  },
  ar: {
    audience: {
      doesNot:
        'لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names}',
      onlyReads:
        'يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط',
      reads:
        'يقرأ هذا {names} | يقرأ هذا {names} | يقرأ هذا {names} | يقرأ هذا {names} | يقرأ هذا {names} | يقرأ هذا {names}',
    },
    send: {
      agents: 'همس إلى {names}',
      everyone: 'إرسال إلى {names}',
    },
    field: 'رسالة إلى {names}',
    fieldWhisper: 'همس إلى {names}',
    turnTo: {
      agents: 'الهمس إلى {names} بدلًا من ذلك',
      everyone: 'الكتابة إلى {names} بدلًا من ذلك',
    },
    ownName:
      'يراك {names} باسم «{own}» | يراك {names} باسم «{own}» | يراك {names} باسم «{own}» | يراك {names} باسم «{own}» | يراك {names} باسم «{own}» | يراك {names} باسم «{own}»',
    seenBy: {
      bargeIn: 'يراك {names} | يراك {names} | يراك {names} | يراك {names} | يراك {names} | يراك {names}',
      coach:
        'يراك {names} فقط | يراك {names} فقط | يراك {names} فقط | يراك {names} فقط | يراك {names} فقط | يراك {names} فقط',
      monitor: 'لا يراك أحد',
    },
  },
} as const;

interface Texts {
  readonly composer: Record<string, unknown>;
  readonly chat: { readonly mode: { readonly seenBy: unknown } };
}

describe.each(['en', 'de', 'ar'] as const)('who reads a text, said in %s', (language) => {
  const texts = JSON.parse(readFileSync(`renderer/locales/${language}.json`, 'utf8')) as Texts;
  const { ownName, seenBy, ...composer } = said[language];

  it.each(Object.keys(composer) as (keyof typeof composer)[])('composer.%s', (key) => {
    expect(texts.composer[key]).toEqual(composer[key]);
  });

  it('the name one is seen under, and who sees one in which mode', () => {
    expect(texts.composer['ownName']).toMatchObject({ sees: ownName });
    expect(texts.chat.mode.seenBy).toEqual(seenBy);
  });
});
