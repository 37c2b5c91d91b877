import { describe, expect, it } from 'vitest';
import { shortId, subjectOf } from '../../../../../renderer/domain/text/customer-facts';

describe('subjectOf', () => {
  it('prefers the subject over the order and skips empty ones', () => {
    const order = { key: 'Order', value: '20931' };
    expect(subjectOf([order, { key: 'Subject', value: 'Charged twice' }])?.value).toBe('Charged twice');
    expect(subjectOf([order, { key: 'Subject', value: ' ' }])).toBe(order);
    expect(subjectOf([{ key: 'Segment', value: 'Gold' }])).toBeNull();
  });
});

describe('shortId', () => {
  it('keeps the telling end', () => {
    expect([shortId('0001Da9PFC93000S'), shortId('short')]).toEqual(['…93000S', 'short']);
  });
});
