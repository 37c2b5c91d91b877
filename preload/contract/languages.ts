import type { Dictionary } from './spelling';

/** What the console must know of a language besides its texts. */
export interface LanguageRecord {
  /** Its own name, for users who cannot read the current language. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
  /** Locale of its dates, times and numbers. English dates have the day first. */
  readonly formats: string;
  /** Dictionaries of its spelling; the English ones always apply. Empty: only words in Latin letters are checked. */
  readonly dictionaries: readonly Dictionary[];
  /** Words of our texts, in lower case. A name that contains one could be mistaken for such a text. */
  readonly ownWords: string;
  /** Words that name a role; a customer may be called "Customer 12". */
  readonly roleWords: Readonly<Record<'customer' | 'agent' | 'supervisor', readonly string[]>>;
}

/**
 * The languages of the console. Each has a catalogue, `renderer/locales/<code>.json`, which the compiler asks for in
 * `renderer/locales/catalogues.ts`; a test compares `ownWords` with it. Plural forms are those of `Intl.PluralRules`.
 */
export const languages = {
  en: {
    ownName: 'English',
    direction: 'ltr',
    formats: 'en-GB',
    dictionaries: [],
    // cspell:disable -- words that a name is compared with, not words of ours
    ownWords: `you your yours yourself supervisor supervisors agent agents customer customers everyone everybody nobody somebody
      someone unnamed system server sightline notice whisper whispered joined join left leave coach coaching barge barged
      silent silently monitor monitoring stepped typing seen sees visible hidden confirmed transcript happened saved
      not only reads this came rejoined returned link can't can’t`,
    // cspell:enable
    roleWords: { customer: ['customer'], agent: ['agent'], supervisor: ['supervisor'] },
  },
  de: {
    ownName: 'Deutsch',
    direction: 'ltr',
    formats: 'de',
    dictionaries: ['de'],
    ownWords: `sie ihnen supervisor agent agentin agenten kunde kundin kunden alle niemand jemand unbenannter system server hinweis
      fluestern flüstern flüstert beigetreten gegangen zurück coachen coaching aufgeschaltet eingestiegen eingreifen stumm
      mitlesen mithören tippt schreibt sieht sehen sichtbar unsichtbar verlauf bestätigt dazugekommen verlassen geschehen
      dazu gesehen liest lesen nur nicht`,
    roleWords: { customer: ['kunde', 'kundin'], agent: ['agent', 'agentin'], supervisor: ['supervisor'] },
  },
  ar: {
    ownName: 'العربية',
    direction: 'rtl',
    formats: 'ar',
    dictionaries: [],
    ownWords: `أنت انت العميل عميل الموظف موظف المشرف مشرف الجميع أحد النظام الخادم إشعار انضم انضممت غادر غادرت عاد عدت همس
      صامت يراك يرونك يراه توجيه تدخل تدخلت شخص محادثة
      ملاحظة الموظفون سجل الإصدار حدث يراقب مراقبة المراقبة يقرؤه يقرأ هذا فقط`,
    roleWords: { customer: ['عميل', 'العميل'], agent: ['موظف', 'الموظف'], supervisor: ['مشرف'] },
  },
} as const satisfies Readonly<Record<string, LanguageRecord>>;

export type Language = keyof typeof languages;
export const languageCodes = Object.keys(languages) as readonly Language[];

/** Returns the language of a tag such as "de-AT"; `null` if the console does not have it. */
export function languageOf(tag: string): Language | null {
  const [code] = tag.toLowerCase().split(/[-_]/u);
  return languageCodes.find((language) => language === code) ?? null;
}
