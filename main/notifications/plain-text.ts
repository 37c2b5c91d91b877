import { shortenToLine } from '../../preload/contract/text/shorten';

/** Characters that are invisible or change the reading direction, with which a name could imitate another text. */
const hiddenControls = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const longest = 80;

/** Returns a name as one short line without invisible characters. */
export function sanitizeName(written: string): string {
  return shortenToLine(written.replace(hiddenControls, ' '), longest);
}

/** Escapes markup, which Linux notification daemons parse in the body. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
