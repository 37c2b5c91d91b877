import type { CustomerField } from '../../../preload/contract';

/** The current disposition. Servers store it in the customer data, under a key of their own. */
export function dispositionOf(customerData: readonly CustomerField[]): string | null {
  const value = customerData.find(({ key }) => /^disposition[ _-]?(?:code)?$/iu.test(key))?.value?.trim() ?? '';
  return value === '' ? null : value;
}
