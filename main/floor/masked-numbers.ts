/** As long as card numbers are, with single blanks or hyphens between the digits. */
const cardShape = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){11,18}(?![\p{L}\p{N}])/gu;
/** Country, check digits and up to 30 letters or digits, with single blanks. */
const accountShape = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}(?![\p{L}\p{N}])/gu;
const shownAtEnd = 4;

/** Returns a text in which numbers of cards and bank accounts show only their last four characters. */
export function maskNumbers(text: string): string {
  return text
    .replaceAll(accountShape, (found) => (isAccount(found) ? masked(found) : found))
    .replaceAll(cardShape, (found) => (isCard(found) ? masked(found) : found));
}

function masked(found: string): string {
  const last = found.replaceAll(/[ -]/gu, '').slice(-shownAtEnd);
  return `•••• ${last}`;
}

/** The check digit of ISO/IEC 7812. */
function isCard(found: string): boolean {
  const digits = found.replaceAll(/\D/gu, '').split('').map(Number).reverse();
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** The check digits of ISO 13616. */
function isAccount(found: string): boolean {
  const characters = found.replaceAll(' ', '');
  const moved = `${characters.slice(4)}${characters.slice(0, 4)}`;
  let rest = 0;
  for (const character of moved) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}
