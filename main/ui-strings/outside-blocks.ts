/** Blocks of the catalogues that are used outside the windows. The build leaves the others out of main. */
export const outsideBlocks = ['outside', 'connection', 'shell', 'many'] as const;
