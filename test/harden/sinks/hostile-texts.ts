import type { Chance } from '../../faults/world/chance';

/** What a text tries: to run or draw something, to turn or hide what stands next to it, or to pass as someone else's words. */
export type HostileKind = 'markup' | 'direction' | 'hidden' | 'lines' | 'formula' | 'impostor';
/** Who chooses it, and for what. */
export type HostileRole = 'customer' | 'agent' | 'message' | 'subject' | 'data' | 'team';

export interface HostileText {
  readonly kind: HostileKind;
  readonly role: HostileRole;
  readonly text: string;
}

const run = `(window.hostile=window.hostile||[]).push(1)`;
const markup: readonly ((word: string) => string)[] = [
  (word) => `<img data-hostile src=x onerror="${run}">${word}`,
  (word) => `<svg data-hostile onload="${run}">${word}</svg>`,
  (word) => `<b data-hostile>${word}</b>`,
  (word) => `<a data-hostile href="javascript:${run}">${word}</a>`,
  (word) => `<iframe data-hostile srcdoc="<script>parent.hostile=[1]</script>"></iframe>${word}`,
  (word) => `"><input data-hostile autofocus onfocus="${run}" value="${word}`,
  (word) => `'><details data-hostile open ontoggle="${run}">${word}`,
  (word) => `<style data-hostile>*{display:none}</style>${word}`,
  (word) => `</p></div><h1 data-hostile>${word}</h1>`,
  (word) => `<form data-hostile action="https://evil.example"><button>${word}</button></form>`,
  (word) => `<math data-hostile><mtext><img src onerror="${run}">${word}</mtext></math>`,
  (word) => `<video data-hostile><source onerror="${run}"></video>${word}`,
  (word) => `<bdo data-hostile dir="rtl">${word}</bdo>`,
  (word) => `<!--><img data-hostile src=x onerror="${run}">-->${word}`,
  (word) => `<button data-hostile is="x" popovertarget="y">${word}</button>`,
];
const direction = ['\u202e', '\u202d', '\u202a', '\u202b', '\u2066', '\u2067', '\u200f', '\u061c'];
const hidden = ['\u200b', '\u2060', '\ufeff', '\u200e', '\u0007', '\u001b[2K', '\u009b31m', '\u0000'];
const breaks = ['\n', '\r\n', '\u2028', '\u2029', '\u0085', '\v'];
const formulas = [
  '=HYPERLINK("https://evil.example")',
  '=1+1',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '\r=1',
];
/** Not the word of the own role, which a customer or an agent may have as a name. */
const impostors = ['You', 'System', 'Supervisor', 'Sightline', 'Yоu', 'Y\u200bou', 'ＹＯＵ', 'Sie', 'أنت'];
const bylines = ['You:', 'Agent:', 'System:', 'Supervisor：', 'Ana Ruiz:', 'Sightline:', 'Du:'];

const letters = 'bcdfghjkmnpqrstvwxz'.split('');
const names: Readonly<Partial<Record<HostileRole, true>>> = { customer: true, agent: true, team: true };
const kinds: readonly HostileKind[] = ['markup', 'direction', 'hidden', 'lines', 'formula', 'impostor'];

/** A text of this role. Its word occurs nowhere else; only the name of an impostor has none. */
export function hostileText(role: HostileRole, chance: Chance, kind = chance.pick(kinds)): HostileText {
  const word = `Kix${Array.from({ length: 7 }, () => chance.pick(letters)).join('')}`;
  return { kind, role, text: textOf(kind, role, word, chance) };
}

function textOf(kind: HostileKind, role: HostileRole, word: string, chance: Chance): string {
  switch (kind) {
    case 'markup':
      return chance.pick(markup)(word);
    case 'direction':
      return `${word}${chance.pick(direction)}${word.toLowerCase()}`;
    case 'hidden':
      return `${word}${chance.pick(hidden)}${word.toLowerCase()}`;
    case 'lines':
      return `${word}${chance.pick(breaks)}${chance.pick(bylines)} ${word}`;
    case 'formula':
      return `${chance.pick(formulas)} ${word}`;
    case 'impostor':
      return names[role] === true ? chance.pick(impostors) : `${chance.pick(bylines)} ${word}`;
  }
}
