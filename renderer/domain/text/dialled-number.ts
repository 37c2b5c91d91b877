/** Whether a name is a phone number: these share their start and differ at their end. */
export function isDialledNumber(name: string): boolean {
  const digits = name.replaceAll(/[^\p{Nd}]/gu, '').length;
  return digits >= 5 && /^[\s\u2066-\u2069]*\+?[\p{Nd}\s().\/\u2010-\u2015\u00a0-]+[\s\u2066-\u2069]*$/u.test(name);
}
