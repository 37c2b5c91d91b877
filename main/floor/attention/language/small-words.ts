import { stopwords as arabic } from '@orama/stopwords/arabic';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as spanish } from '@orama/stopwords/spanish';
import type { PhraseLanguage } from '../../../../preload/contract';
import { wordsOf } from '../words';

/** Languages with stemming and built-in phrases. */
export type Language = Exclude<PhraseLanguage, 'any'>;

/** Words without a topic: greetings, courtesy, requests and words common to any chat. */
const chatWords: Readonly<Record<Language, string>> = {
  en: `whether if hiya hi hello hey dear please pls plz thanks thank thx cheers ok okay yes yeah yep no nope sorry want wanted would like need
    get getting got give gimme know tell just really still now today yet well also even ever one thing anyway again back let see
    look go going make sure mean think say said ask asked asking time times only instead im ill ive id dont cant wont didnt
    doesnt isnt wasnt havent hasnt couldnt wouldnt u ur r gonna wanna actually maybe simply finally already always never keep
    new another much long many day days week weeks good great fine nice perfect lovely honestly come take put way right sir us
    last first second third`,
  de: `hey hallo hi guten tag morgen abend moin servus bitte danke vielen dank gern gerne ja nein ok okay doch mal halt eben schon
    immer wann warum wieso wofur denn hatte haette hatt wurde wuerde mochte moechte will brauche brauchte brauch bekomme bekommen
    kriege krieg geben gib geht gehen machen macht sagen gesagt sagt wissen weiss weis heute einfach endlich bloss lediglich neuen
    neue neuer neues hab habs ists gibts bin ned net nix kommen komme komm lasst lassen steht stehen tun eigentlich ganz gut gute
    guter prima super toll klasse lange viele ersten zweiten dritten mehr wohl eh na tja`,
  fr: `slt cc bonjour bonsoir salut merci svp stp plait s'il oui non ok d'accord voila alors donc bien tres trop plus moins veux veut
    voudrais souhaite souhaiterais souhaitais aimerais besoin faut faudrait peux peut pouvez pourriez puis savoir sais dire dit
    dites faire fait faites avoir aller va vais allez voir quand comment combien pourquoi toujours encore juste seulement
    simplement enfin deja jamais aussi tout tous toute toutes rien quelque chose si etre ca cest jai jen nouveau nouvelle neuf
    pareil arrive arrivez parfait super bon bonne temps jour jours semaine autre entre`,
  es: `hola buenas buenos dias tardes noches por favor porfa gracias si no vale ok claro quiero quisiera queria querria necesito
    necesitaria puedo puede pueden podria podrian saber decir dime diga digame hacer hace dar deme solo solamente simplemente
    siempre todavia aun sigo sigue ya cuando como cuanto cuanta porque pues entonces bien mal muy tambien tiene tengo hay nuevo
    nueva otra otro usted ustedes vez veces igual manda mandar vamos perfecto genial gustaria`,
  ar: `السلام عليكم وعليكم مرحبا اهلا صباح مساء الخير شكرا جزيلا من فضلك فضلكم لو سمحت سمحتم نعم لا لن لم ليس طيب تمام اوكي اريد
    اود ابغى ابي ابغا عايز عاوز بدي احتاج ممكن يمكن يمكنكم هل متى كيف كم لماذا ليش وين فين اين فقط بس الان الحين دلوقتي اليوم بعد
    ما زلت زال لسا كمان ايضا هذا هذه ذلك انا انت انتم هو هي نحن عندي لدي مع الى علي لي لكم لك الله استطيع اقدر نفس الشيء جديد جديدا`,
};

const setOf = (language: Language, library: readonly string[]): ReadonlySet<string> =>
  new Set([...library, ...chatWords[language].split(/\s+/u)].flatMap((word) => wordsOf(word)));

/** "cuenta" is listed as a small word, but in a chat it means the account. */
const spanishContent = new Set(['cuenta', 'trabajo', 'dinero']);

export const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: setOf('en', english),
  de: setOf('de', german),
  fr: setOf('fr', french),
  es: setOf(
    'es',
    spanish.filter((word) => !spanishContent.has(word)),
  ),
  ar: setOf('ar', arabic),
};

const names = Object.keys(smallWords) as readonly Language[];

const languagesByWord = new Map<string, readonly Language[]>();
for (const language of names) {
  for (const word of smallWords[language]) languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
}
const noLanguages: readonly Language[] = [];

/** In which languages it is a small word. */
export function languagesOfSmallWord(word: string): readonly Language[] {
  return languagesByWord.get(word) ?? noLanguages;
}

export function languageNamed(name: string | null): Language | null {
  return names.find((one) => one === name) ?? null;
}

/** Returns whether a word is small in this language, or in any if `language` is `null`. */
export function isSmallWord(word: string, language: Language | null): boolean {
  return language === null ? languagesByWord.has(word) : smallWords[language].has(word);
}
