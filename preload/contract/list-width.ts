/** Limits of the width of the chat list, in pixels. */
export const minListWidth = 232;
export const maxListWidth = 720;
/** Default width of the chat list, in pixels. */
export const defaultListWidth = 318;
