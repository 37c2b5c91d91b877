/** What decides where the letters of a field are. */
const copied = [
  ...['font', 'fontFeatureSettings', 'fontVariationSettings', 'fontKerning', 'fontOpticalSizing', 'textRendering'],
  ...['lineHeight', 'letterSpacing', 'wordSpacing', 'textIndent', 'textTransform', 'textAlign', 'tabSize'],
  ...['direction', 'unicodeBidi', 'whiteSpace', 'overflowWrap', 'wordBreak', 'lineBreak', 'hyphens'],
  ...['paddingTop', 'paddingBottom', 'paddingLeft', 'paddingRight'],
  ...['borderTopWidth', 'borderBottomWidth', 'borderLeftWidth', 'borderRightWidth'],
] as const;

/** Returns the styles with which a box of the same size has its letters where the field has them. */
export function mirrorLook(field: HTMLTextAreaElement): Readonly<Record<string, string>> {
  const style = getComputedStyle(field);
  const look = Object.fromEntries(copied.map((name) => [name, style[name as 'font']]));
  const borders = pixels(style.borderLeftWidth) + pixels(style.borderRightWidth);
  // The mirror never scrolls, so it leaves the room of the scroll bar free, at the side where the field has it.
  const bar = Math.max(0, Math.round(field.offsetWidth - field.clientWidth - borders));
  const side = style.direction === 'rtl' ? 'paddingLeft' : 'paddingRight';
  return { ...look, [side]: `${pixels(style[side]) + bar}px` };
}

function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}
