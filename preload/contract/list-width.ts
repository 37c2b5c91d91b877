/** How narrow and how wide the list of chats can be made, in pixels. */
export const narrowestList = 232;
export const widestList = 720;
/** Where nobody chose a width. */
export const usualListWidth = 318;
