/** A log of 50,000 lines has fewer. In memory, a value takes up to 20 times the room of its text. */
const maxValues = 1_000_000;
const [comma, bracket, brace] = [0x2c, 0x5b, 0x7b];

/** Returns `undefined` for a text that is not JSON, which has no such value itself, or that has too many values. */
export function parseJson(text: string): unknown {
  if (hasTooManyValues(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Counts commas and opening brackets, one for each value in a list or an object; those in strings count as well. */
function hasTooManyValues(text: string): boolean {
  if (text.length <= maxValues) return false;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign !== comma && sign !== bracket && sign !== brace) continue;
    values += 1;
    if (values > maxValues) return true;
  }
  return false;
}
