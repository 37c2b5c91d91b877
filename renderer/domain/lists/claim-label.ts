import type { AttentionWhy, PlaceClaim } from '../../../preload/contract';
import { formatElapsed } from '../text/formatting';

/** The outcome of a claim as a locale key below `attention.why.outcome` and its values. */
export interface ClaimLabel {
  readonly outcome:
    'rises' | 'falls' | 'stays' | 'staysFor' | 'leaves' | 'enters' | 'staysOut' | 'staysOutFor' | `${Moving}In`;
  readonly values: { readonly place: number; readonly time: string };
}
type Moving = 'rises' | 'falls' | 'leaves' | 'enters';

/** Says where a chat goes. A wait that changes nothing names how far ahead was looked. */
export function claimLabel(
  { place, inMs, thing }: PlaceClaim,
  why: Pick<AttentionWhy, 'place' | 'horizonMs'>,
): ClaimLabel {
  const values = { place: place ?? 0, time: formatElapsed(inMs ?? why.horizonMs) };
  const isWait = thing === 'wait';
  if (place === why.place) {
    if (place === null) return { outcome: isWait ? 'staysOutFor' : 'staysOut', values };
    return { outcome: isWait ? 'staysFor' : 'stays', values };
  }
  const moving = movingTo(place, why.place);
  return { outcome: isWait ? `${moving}In` : moving, values };
}

function movingTo(place: number | null, before: number | null): Moving {
  if (place === null) return 'leaves';
  if (before === null) return 'enters';
  return place < before ? 'rises' : 'falls';
}
