import type { Medium, Watch } from '../../../preload/contract';
import { isolateBidi } from '../text/invisible-characters';
import type { Translate } from '../modes/reader-labels';

/** The watch of an agent in one line, including media that the server refused and an own display name. */
export function watchLabel(watch: Watch, offered: readonly Medium[], translate: Translate): string {
  if (watch.state === 'lost') return translate('floor.watchState.lost');
  if (watch.state === 'renewing') return translate('floor.watchState.renewing');
  const how = translate('floor.watchState.active', {
    mode: translate(`mode.${watch.mode}.name`),
    scope: translate(`floor.scopeShort.${watch.scope}`),
  });
  const isPartial = offered.some((medium) => !watch.media.includes(medium));
  return [
    how,
    ...(isPartial
      ? [translate('watching.only', { media: watch.media.map((one) => translate(`media.${one}`)).join(', ') })]
      : []),
    ...(watch.nickname === '' ? [] : [translate('watching.as', { name: isolateBidi(watch.nickname) })]),
  ].join(' · ');
}
