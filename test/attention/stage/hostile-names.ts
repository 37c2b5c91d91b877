import type { Chance } from '../../faults/world/chance';

/** Markup that notification services understand, and characters that turn, hide or end a line. */
const markup = [
  ...[
    '<b>bold</b>',
    '<i>',
    '</b>',
    '<u>u</u>',
    '<a href="https://example.com">open</a>',
    '<img src="file:///etc/passwd"/>',
  ],
  ...[
    '&amp;',
    '&lt;b&gt;',
    '&#60;b&#62;',
    '&#x3c;i&#x3e;',
    '&quot;',
    '<![CDATA[x]]>',
    '<!-- x -->',
    '<span size="99999">',
  ],
  ...['<b', 'b>', '&', '&&', '<', '>', '&unknown;', '<br/>', '<?xml?>', '%s%n', '\\x3cb\\x3e', '<script>x</script>'],
];
const controls = [
  ...['\u0000', '\u0007', '\b', '\t', '\n', '\r', '\u001b[31m', '\u007f', '\u0085', '\u009b', '\u2028', '\u2029'],
  ...[
    '\u061c',
    '\u200b',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202b',
    '\u202d',
    '\u202e',
    '\u2060',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
  ],
  ...['\ufeff', '\ufff9', '\u206a', '\u00ad', '\u{e0041}'],
];
const letters = ['Kim', 'Ana', 'مريم', 'שלום', 'ñ', 'Ω', '田中', '👩‍💻', 'e\u0301', ' '];

/** A name as a stranger might choose it. It has a last name, since the floor splits at the first space. */
export function hostileName(chance: Chance): string {
  const pieces = Array.from({ length: chance.between(1, 6) }, () =>
    chance.weighted([
      [4, chance.pick(markup)],
      [4, chance.pick(controls)],
      [2, chance.pick(letters)],
    ]),
  );
  return `${pieces.join('')} ${chance.pick(letters)}`;
}

/** Control characters, and those that change the direction of what follows or are not seen. */
const forbidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

/** Returns what is wrong with a text that a service reads as markup; `null` if it is only text. */
export function faultOfMarkup(body: string): string | null {
  if (forbidden.test(body)) return 'a control or bidirectional character';
  if (/[<>]/.test(body)) return 'live markup';
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(body)) return 'an entity of its own';
  return null;
}

/** The title is plain text for services, so markup in it is only shown as such. */
export function faultOfTitle(title: string): string | null {
  return forbidden.test(title) ? 'a control or bidirectional character' : null;
}
