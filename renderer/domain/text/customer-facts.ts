import type { CustomerField } from '../../../preload/contract';

const subjectKeys = ['subject', 'topic', 'reason', 'order', 'ordernumber', 'order_number', 'case', 'ticket'];

/** The subject of the chat from the customer data: the first meaningful key. */
export function subjectOf(customerData: readonly CustomerField[]): CustomerField | null {
  for (const wanted of subjectKeys) {
    const found = customerData.find(
      ({ key, value, isStructured }) =>
        isStructured !== true && key.toLowerCase().replaceAll(' ', '') === wanted && hasText(value),
    );
    if (found !== undefined) return found;
  }
  return null;
}

/** The end of a long id, enough to distinguish it when read aloud. */
export function shortId(id: string): string {
  return id.length <= 8 ? id : `…${id.slice(-6)}`;
}

function hasText(value: string | null): boolean {
  return value !== null && value.trim() !== '';
}
