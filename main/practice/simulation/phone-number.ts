import type { Customer } from '../contact-centre/model';

/** Returns the same number for the same person, from the range reserved for fiction. */
export function phoneNumberOf({ firstName, lastName }: Customer): string {
  let sum = 0;
  for (const letter of `${firstName} ${lastName}`) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000;
  return `+44 7700 900${String(sum).padStart(3, '0')}`;
}
