/**
 * Words of our own texts in every language, as folded by `wordsIn`. A name that contains one could be mistaken for such
 * a text. A test compares the list with the catalogues.
 */
const words = {
  en: `you your yours yourself supervisor supervisors agent agents customer customers everyone everybody nobody somebody
    someone unnamed system server sightline notice whisper whispered joined join left leave coach coaching barge barged
    silent silently monitor monitoring stepped typing seen sees visible hidden confirmed transcript happened saved
    not only reads this came rejoined returned link can't can’t`,
  de: `sie ihnen supervisor agent agentin agenten kunde kundin kunden alle niemand jemand unbenannter system server hinweis
    fluestern flüstern flüstert beigetreten gegangen zurück coachen coaching aufgeschaltet eingestiegen eingreifen stumm
    mitlesen mithören tippt schreibt sieht sehen sichtbar unsichtbar verlauf bestätigt dazugekommen verlassen geschehen
    dazu gesehen liest lesen nur nicht`,
  ar: `أنت انت العميل عميل الموظف موظف المشرف مشرف الجميع أحد النظام الخادم إشعار انضم انضممت غادر غادرت عاد عدت همس
    صامت يراك يرونك يراه توجيه تدخل تدخلت شخص محادثة
    ملاحظة الموظفون سجل الإصدار حدث يراقب مراقبة المراقبة يقرؤه يقرأ هذا فقط`,
} as const;

export type PartyKind = 'customer' | 'agent' | 'supervisor' | 'self' | 'other';

/** Words that name a role; a customer may be called "Customer 12". */
const roleWords: Readonly<Record<PartyKind, readonly string[]>> = {
  customer: ['customer', 'kunde', 'kundin', 'عميل', 'العميل'],
  agent: ['agent', 'agentin', 'موظف', 'الموظف'],
  supervisor: ['supervisor', 'مشرف', 'المشرف'],
  self: [],
  other: [],
};

const ours: ReadonlySet<string> = new Set(
  Object.values(words)
    .flatMap((list) => list.split(/\s+/u))
    .map(plainFold),
);

/** Folds case, width and diacritics. */
export function plainFold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\u064b-\u0652\u0640\u200c\u200d]/gu, '');
}

/** “can’t” is one word: a name may be Can, or have the initial T. */
export function wordsIn(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’]t(?![\p{L}\p{M}\p{N}]))?/gu) ?? [];
}

/** Returns whether one of these folded words is ours, except the name of the own kind. */
export function holdsOurWord(folded: readonly string[], kind: PartyKind): boolean {
  return folded.some((word) => ours.has(word) && !roleWords[kind].includes(word));
}
