import { wordsOf } from '../words';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).flatMap((word) => wordsOf(word)));

const thanks = wordSet('thanks thank thx ty cheers tysm danke dank dankeschon merci gracias شكرا مشكور تسلم يعطيك');

/** What a message of mere thanks may hold beside them. */
const farewells =
  wordSet(`ok okay kk you u so very much many a lot great perfect lovely nice wonderful brilliant excellent super
  bye goodbye day evening weekend have good too all and for your help the best day cool ace top
  vielen herzlichen schonen schoenen schones tag abend noch ihnen dir auch tschuss prima gut alles klar fur die hilfe einen und
  beaucoup bien bonne journee soiree parfait tres au revoir d accord pour votre aide et a vous
  muchas mil muy amable buen dia perfecto genial vale adios por su ayuda y a usted igualmente tenga un
  جزيلا لك لكم كثيرا الله العافيه تمام ممتاز طيب مع السلامه`);

/** Thanks alone ask for no answer. */
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

/** "All good, but ..." is no relief yet. */
export function isContrasted(words: readonly string[]): boolean {
  return words.some((word) => contrasts.has(word));
}

const laughter =
  /[😂🤣😆😹😜😝]|(?:^|[^\p{L}])(?:lol|lmao|rofl|jk|just kidding|(?:ha){2,}h?|(?:he){2,}|xd|mdr|ptdr|(?:ja){2,}j?|jaj\p{L}*|ه{3,}|haha\p{L}*)(?:[^\p{L}]|$)/iu;

/** Who laughs is hardly in danger, and threatens nobody. */
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

/** Whether somebody comes back to it: "no, I only want ...". */
export function isInsisting(words: readonly string[]): boolean {
  return words.some((word) => insistences.has(word));
}

/** Whether something is wished for or waited for, rather than told. */
export function isDemand(words: readonly string[], text: string): boolean {
  return words.some((word) => demands.has(word)) || /[?؟？]/u.test(text);
}

/** By these the agent has asked to hear it again; what is said then is no repetition. */
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
