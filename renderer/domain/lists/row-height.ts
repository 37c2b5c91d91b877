import type { Density } from '../../../preload/contract';

/** The row height of long lists in pixels; equal to `--row` in the tokens, for virtual lists. */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 48, compact: 36 };
