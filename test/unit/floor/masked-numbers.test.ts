import { expect, it } from 'vitest';
import { maskNumbers } from '../../../main/floor/masked-numbers';

it.each([
  ['My card is 4111 1111 1111 1111, thanks', 'My card is •••• 1111, thanks'],
  ['4111-1111-1111-1111', '•••• 1111'],
  ['378282246310005.', '•••• 0005.'],
  ['DE89 3704 0044 0532 0130 00 please', 'DE89 3704 0044 0532 0130 00 please'.replace(/DE89.*00 /u, '•••• 3000 ')],
  ['GB82WEST12345698765432', '•••• 5432'],
])('masks a number of a card or an account: %s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked);
});

it.each([
  'Order 4111 1111 1111 1112',
  'Call +49 30 1234567890',
  'Ticket 20261130123456',
  'DE00 3704 0044 0532 0130 00',
  'x4111111111111111',
  'nothing here',
])('leaves other numbers as they are: %s', (text) => {
  expect(maskNumbers(text)).toBe(text);
});
