import type { Density } from '../../preload/contract';

/** How high a row of a long list is; the same as `--row` in the tokens, for lists that only draw the rows in sight. */
export const rowHeights: Readonly<Record<Density, number>> = { comfortable: 48, compact: 36 };
