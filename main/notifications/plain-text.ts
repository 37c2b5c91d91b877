import { plainLine } from '../../preload/contract/text/plain-line';

const longest = 80;

/** Returns a name as one short line without invisible characters. */
export function sanitizeName(written: string): string {
  return plainLine(written, longest);
}

/** Escapes markup, which Linux notification daemons parse in the body. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
