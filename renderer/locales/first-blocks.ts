/**
 * Blocks of the catalogues that a window can show before it is signed in, on the sign-in page. The others are loaded
 * with the shells, and with a dialog that opens over the sign-in page.
 */
export const firstBlocks = [
  'acting',
  'action',
  'connection',
  'duration',
  'error',
  'mode',
  'presence',
  'shell',
  'signIn',
] as const;
