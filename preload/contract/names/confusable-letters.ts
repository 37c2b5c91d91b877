/**
 * Letters and digits that look like Latin ones: from Unicode's confusables.txt (UTS #39, by way of the npm package
 * unhomoglyph 1.0.6), reduced to single characters that stand for ASCII letters and survive NFKC.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  '2': 'ꝚƧϨꙄᒿꛯ',
  '3': 'ꞫȜƷꝪⳌЗӠ𖼻𑣊',
  '4': 'Ꮞ𑢯',
  '5': 'Ƽ𑢻',
  '6': 'ⳒбᏮ𑣕',
  '7': '𐓒𑣆',
  '8': '৪੪\u{1e8cb}ȣȢ𐌚',
  '9': '੧୨৭൭ꝮⳊ𑣌𑢬𑣖',
  A: 'ΑАᎪᗅꓮ𖽀𐊠',
  AA: 'Ꜳ',
  AE: 'ÆӔ',
  AO: 'Ꜵ',
  AU: 'Ꜷ',
  AV: 'ꜸꜺ',
  AY: 'Ꜽ',
  B: 'ꞴΒВᏴᗷꓐ𐊂𐊡𐌁',
  C: '𑣲𑣩ⲤСᏟꓚ𐊢𐌂𐐕𐔜',
  D: 'Ꭰᗞᗪꓓ',
  E: 'ΕЕⴹᎬꓰ𑢦𑢮𐊆',
  F: 'ꞘϜᖴꓝ𑣂𑢢𐊇𐊥𐔥',
  G: 'ԌᏀᏳꓖ',
  H: 'ΗⲎНᎻᕼꓧ𐋏',
  J: 'ꞲͿЈᎫᒍꓙ',
  K: 'ΚⲔКᏦᛕꓗ𐔘',
  L: 'ⳐᏞᒪꓡ𖼖𑢣𑢲𐐛𐔦',
  M: 'ΜϺⲘМᎷᗰᛖꓟ𐊰𐌑',
  N: 'ΝⲚꓠ𐔓',
  O: '\u07c0০୦〇𑓐𑣠ΟⲞОՕⵔዐଠ𐓂ꓳ𑢵𐊒𐊫𐐄𐔖',
  OE: 'Œ',
  OO: 'ꝎꚘ',
  P: 'ΡⲢРᏢᑭꓑ𐊕',
  Q: 'ⵕ',
  R: 'ƦᎡᏒ𐒴ᖇꓣ𖼵',
  S: 'ЅՏᏕᏚꓢ𖼺𐊖𐐠',
  T: 'ΤⲦТᎢꓔ𖼊𑢼𐊗𐊱𐌕',
  T3: 'Ꜩ',
  U: 'Սሀ𐓎ᑌꓴ𖽂𑢸',
  V: '\u0667\u06f7ѴⴸᏙᐯꛟꓦ𖼈𑢠𐔝',
  W: '𑣯𑣦ԜᎳᏔꓪ',
  X: '𐌢𑣬ꞳΧⲬХⵝᚷꓫ𐊐𐊴𐌗𐔧',
  Y: 'ΥⲨУҮᎩᎽꓬ𖽃𑢤𐊲',
  Z: '𐋵𑣥ΖᏃꓜ𑢩',
  a: 'ɑαа',
  aa: 'ꜳ',
  ae: 'æӕ',
  ao: 'ꜵ',
  au: 'ꜷ',
  av: 'ꜹꜻ',
  ay: 'ꜽ',
  b: 'ƄЬᏏᑲᖯ',
  bl: 'Ы',
  c: 'ᴄⲥсꮯ𐐽',
  d: 'ԁᏧᑯꓒ',
  dz: 'ʣ',
  e: 'ꬲеҽ',
  f: 'ꬵꞙẝք',
  g: 'ɡᶃƍց',
  h: 'һհᏂ',
  i: 'ıɪɩιіꙇӏꭵᎥ𑣃',
  j: 'ϳј',
  l: '\u0661\u06f1𐌠\u{1e8c7}ƖǀΙⲒІӀ\u05d5\u05df\u0627\u07caⵏᛁꓲ𖼨𐊊𐌉',
  lO: 'Ю',
  ll: 'ǁ\u05f0',
  ls: 'ʪ',
  lz: 'ʫ',
  n: 'ոռ',
  o: '०੦૦௦౦೦൦๐໐၀\u0665\u06f5ᴏᴑꬽοσⲟоჿօ\u05e1\u0647\u06be\u06c1\u06d5ഠဝ𐓪𑣈𑣗𐐬',
  oe: 'œ',
  oo: 'ꝏꚙ',
  p: 'ρⲣр',
  q: 'ԛգզ',
  r: 'ꭇꭈᴦⲅгꮁ',
  rn: '𑣣𑜀',
  s: 'ꜱƽѕꮪ𑣁𐑈',
  tf: 'ꝷ',
  ts: 'ʦ',
  u: 'ꞟᴜꭎꭒʋυս𐓶𑣘',
  ue: 'ᵫ',
  uo: 'ꭣ',
  v: 'ᴠνѵ\u05d8𑜆ꮩ𑣀',
  w: 'ɯᴡѡԝա𑜊𑜎𑜏ꮃ',
  x: 'хᕁᕽ',
  y: 'ɣᶌʏỿꭚγуүყ𑣜',
  z: 'ᴢꮓ𑣄',
};

/** ASCII characters that look alike among themselves. */
const withinAscii: Readonly<Record<string, string>> = { I: 'l', '1': 'l', '|': 'l', '0': 'O' };

const latinFor: ReadonlyMap<string, string> = new Map([
  ...Object.entries(lookAlikes).flatMap(([latin, others]) => Array.from(others, (one) => [one, latin] as const)),
  ...Object.entries(withinAscii),
]);

const isAscii = /^[\u0020-\u007e]*$/u;

/** Returns the skeleton of a text: texts with one skeleton look the same. For comparison, never for display. */
export function skeletonOf(text: string): string {
  const latin = isAscii.test(text)
    ? text.replaceAll(/[I1|0]/gu, (character) => withinAscii[character] ?? character)
    : Array.from(text.normalize('NFKC'), (character) => latinFor.get(character) ?? character).join('');
  return latin.toLowerCase().normalize('NFKC');
}
