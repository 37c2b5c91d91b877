import type { CustomerField } from '../../preload/contract';

/** The disposition as it stands. Servers keep it with the customer data, under a key of their choosing. */
export function dispositionOf(customerData: readonly CustomerField[]): string | null {
  const value = customerData.find(({ key }) => /^disposition[ _-]?(?:code)?$/iu.test(key))?.value?.trim() ?? '';
  return value === '' ? null : value;
}
