import { afterEach, expect, it } from 'vitest';
import { computed, shallowRef } from 'vue';
import { computerZone, formattingFor, readZoneFrom } from '../../../../../renderer/domain/text/formatting';

const at = Date.UTC(2026, 10, 22, 21, 4);

afterEach(() => {
  readZoneFrom(computerZone);
});

it('shows every time in the zone the computer has now, also what was drawn before it changed', () => {
  const zone = shallowRef('Europe/London');
  readZoneFrom(() => zone.value);
  const drawn = computed(() => {
    const formatting = formattingFor('en');
    return [formatting.time(at), formatting.day(at), formatting.dayKey(at), formatting.moment(at).includes('21:04')];
  });
  expect(drawn.value).toEqual(['21:04', drawn.value[1], '2026-11-22', true]);
  const sunday = drawn.value[1];
  zone.value = 'Asia/Tokyo';
  expect(drawn.value[0]).toBe('06:04');
  expect(drawn.value[1]).not.toBe(sunday);
  expect(drawn.value.slice(2)).toEqual(['2026-11-23', false]);
});
