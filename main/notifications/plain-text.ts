import { shortenToLine } from '../../preload/contract/text/shorten';

/** Characters that turn the reading direction around or hide: with them a name can pretend to be another sentence. */
const hiddenControls = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const longest = 80;

/** One short line of somebody's name, with nothing in it that is not seen. */
export function sanitizeName(written: string): string {
  return shortenToLine(written.replace(hiddenControls, ' '), longest);
}

/** Notification daemons on Linux read the body as markup; there, what could be markup is written as text. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
