import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The sentences that say who reads a text, word for word: a catalogue in which two of them are swapped must not pass. Whoever
 * changes one on purpose changes it here too.
 */
const said = {
  en: {
    reader: {
      cannotRead: '{names} can’t | {names} can’t',
      onlyCanRead: 'Only {names} can read this | Only {names} can read this',
      canRead: '{names} can read this | {names} can read this',
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
    reader: {
      cannotRead: '{names} liest es nicht | {names} lesen es nicht',
      onlyCanRead: 'Nur {names} liest das | Nur {names} lesen das',
      canRead: '{names} liest das | {names} lesen das',
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
    reader: {
      cannotRead:
        'لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names} | لا يقرأ هذا {names}',
      onlyCanRead:
        'يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط | يقرأ هذا {names} فقط',
      canRead:
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
  readonly reader: unknown;
  readonly chat: { readonly mode: { readonly seenBy: unknown } };
}

describe.each(['en', 'de', 'ar'] as const)('who reads a text, said in %s', (language) => {
  const texts = JSON.parse(readFileSync(`renderer/locales/${language}.json`, 'utf8')) as Texts;
  const { reader, ownName, seenBy, ...composer } = said[language];

  it.each(Object.keys(composer) as (keyof typeof composer)[])('composer.%s', (key) => {
    expect(texts.composer[key]).toEqual(composer[key]);
  });

  it('who can read it, and who cannot', () => {
    expect(texts.reader).toMatchObject(reader);
  });

  it('the name one is seen under, and who sees one in which mode', () => {
    expect(texts.composer['ownName']).toMatchObject({ sees: ownName });
    expect(texts.chat.mode.seenBy).toEqual(seenBy);
  });
});
