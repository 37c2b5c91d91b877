import { wordsOf } from '../words';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).flatMap((word) => wordsOf(word)));

const thanks = wordSet('thanks thank thx ty cheers tysm danke dank dankeschon merci gracias شكرا مشكور تسلم يعطيك');

/** Words that a message of mere thanks may contain in addition. */
const farewells =
  wordSet(`ok okay kk you u so very much many a lot great perfect lovely nice wonderful brilliant excellent super
  bye goodbye day evening weekend have good too all and for your help the best day cool ace top
  vielen herzlichen schonen schoenen schones tag abend noch ihnen dir auch tschuss prima gut alles klar fur die hilfe einen und
  beaucoup bien bonne journee soiree parfait tres au revoir d accord pour votre aide et a vous
  muchas mil muy amable buen dia perfecto genial vale adios por su ayuda y a usted igualmente tenga un
  جزيلا لك لكم كثيرا الله العافيه تمام ممتاز طيب مع السلامه`);

/** Returns whether a message only thanks and needs no reply. */
export function isMereThanks(words: readonly string[], text: string): boolean {
  return (
    words.length <= 12 &&
    words.some((word) => thanks.has(word)) &&
    words.every((word) => thanks.has(word) || farewells.has(word)) &&
    !/[?؟？]/u.test(text)
  );
}

const contrasts = wordSet(
  'but however although aber jedoch trotzdem mais cependant pourtant pero sin-embargo لكن ولكن',
);

/** Returns the position of the last "but", or -1: "All good, but ..." is not a relief. */
export function lastContrast(words: readonly string[]): number {
  return words.findLastIndex((word) => contrasts.has(word));
}

const laughter =
  /[😂🤣😆😹😜😝]|(?:^|[^\p{L}])(?:lol|lmao|rofl|jk|just kidding|(?:ha){2,}h?|(?:he){2,}|xd|mdr|ptdr|(?:ja){2,}j?|jaj\p{L}*|ه{3,}|haha\p{L}*)(?:[^\p{L}]|$)/iu;

/** Returns whether a text contains laughter, which makes a threat or danger unlikely. */
export function isLaughing(text: string): boolean {
  return laughter.test(text);
}

const demands =
  wordSet(`want wanted need needs needed give send waiting wait fix tell show get getting where when what how can could still please pls plz like
  will mochte moechte hatte haette brauche brauch bekomme kriege gib geben wo wann noch bitte endlich nur schicken schick senden warte zeigen sagen
  veux voudrais souhaite aimerais faut faudrait besoin ou quand toujours svp prefere juste rendez attends attend envoyez donnez dites peux pouvez
  quiero quisiera necesito prefiero donde cuando sigo todavia aun favor devuelvan dame denme solo espero mandeme envieme digame puedo puede pueden
  اريد ابغى ابي عايز بدي احتاج اين وين فين متى ارجو فضلك سمحت زلت ابغا كيف هل انتظر ارسلوا اعطوني عطني`);

const insistences = wordSet(`no nope dont just only simply still but lol again already yes ok
  nein nur bloss einfach doch trotzdem eben endlich aber ja nochmal
  non juste seulement mais toujours donc justement oui encore
  solo nada pero ya sigo si sigue todavia
  لا ما مو مش المهم فقط بس طيب لسا مازال لازم نعم لكن`);

/** Returns whether the customer insists: "no, I only want ...". */
export function isInsisting(words: readonly string[]): boolean {
  return words.some((word) => insistences.has(word));
}

/** Returns whether the text demands or expects something rather than reports it. */
export function isDemand(words: readonly string[], text: string): boolean {
  return words.some((word) => demands.has(word)) || /[?؟？]/u.test(text);
}

/** Phrases with which an agent asks for a repetition; the customer's next message then does not count as repeated. */
export const repeatRequests: readonly string[] = [
  'repeat',
  'once more',
  'say ... again',
  'type/write/send/give/tell/spell/confirm ... again',
  'confirm/verify/check ... please',
  'please ... confirm/verify',
  'noch mal/einmal',
  'nochmal/nochmals',
  'erneut',
  'wiederholen/bestätigen',
  'répéter/redonner/redire/réécrire/confirmer/renvoyer',
  'repetir/repite/repita/confirmar/confirme/confirma',
  'otra vez',
  'de nuevo',
  'إعادة/تعيد/تكرار/تكرر/تأكيد/تؤكد',
  'مرة أخرى/ثانية',
];
