import { afterEach, describe, expect, it } from 'vitest';
import {
  firstSupportedLanguage,
  readingDirection,
  say,
  sayCount,
  setUiLanguage,
  type OutsideText,
} from '../../../main/ui-strings/ui-strings';
import { languageCodes } from '../../../preload/contract/languages';
import en from '../../../renderer/locales/en.json';

const counted: readonly OutsideText[] = [
  'outside.invitations',
  'outside.minutes',
  'outside.needAttention',
  'outside.notification.many.title',
  'outside.notification.stillVisible.text',
  'outside.stopped.drafts',
  'outside.stopped.stepBack',
  'shell.visible.count',
  'shell.visible.mayCount',
  'many.visible.coached',
];

afterEach(() => {
  setUiLanguage('en');
});

describe.each(languageCodes)('has the texts of tray, notifications and fallback page in %s', (language) => {
  const grouped = new Intl.NumberFormat(`${language}-u-nu-latn`).format(5000);

  it.each(counted)('groups numbers: %s', (key) => {
    setUiLanguage(language);
    expect(sayCount(key, 5000)).toContain(grouped);
  });
});

describe('setUiLanguage', () => {
  it('applies the language with its plural forms and direction', () => {
    expect([sayCount('outside.invitations', 1), sayCount('outside.invitations', 2)]).toEqual([
      '1 invitation',
      '2 invitations',
    ]);
    setUiLanguage('ar');
    expect([sayCount('outside.invitations', 2), sayCount('outside.invitations', 3)]).toEqual(['دعوتان', '3 دعوات']);
    expect(readingDirection()).toBe('rtl');
    setUiLanguage('de');
    expect(say('connection.phase.stale')).toBe('Nicht aktuell');
  });

  it('says the same text in the language that is chosen now', () => {
    const both = (): readonly string[] => [say('connection.phase.stale'), sayCount('outside.invitations', 5_000)];
    expect(both()).toEqual(['Not updating', '5,000 invitations']);
    setUiLanguage('de');
    expect(both()).toEqual(['Nicht aktuell', '5.000 Einladungen']);
  });

  it('inserts a name unchanged, whatever it contains', () => {
    const agent = "{'@:shell.brand'} | {why} @:x $&";
    expect(say('outside.notification.invited.text', { agent })).toBe(`You’re invited to a chat with ${agent}.`);
  });

  it('starts with the first preferred language that has a catalogue', () => {
    // Klingon will never have one.
    expect([['de-AT'], ['tlh', 'ar_EG'], ['tlh'], []].map(firstSupportedLanguage)).toEqual(['de', 'ar', 'en', 'en']);
  });

  it('covers every counted text', () => {
    const flat = (texts: object): string[] =>
      Object.values(texts).flatMap((text: unknown) => (typeof text === 'string' ? [text] : flat(text as object)));
    const written = flat(en.outside).filter((text) => text.includes('{n}'));
    expect(counted.filter((key) => key.startsWith('outside.'))).toHaveLength(written.length);
  });
});
