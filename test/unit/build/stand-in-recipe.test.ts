import { describe, expect, it } from 'vitest';
import { placeOfEntry } from '../../../build/prepare/stand-in-recipe.mjs';

describe('target of an entry of the stand-in runtime', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/resources/app-update.yml', 'resources/app-update.yml'],
    ['Cypress/resources/app/index.js', null],
    ['Cypress/browser_v8_context_snapshot.bin', null],
    ['Cypress/resources/', null],
    ['Cypress/../../etc/passwd', null],
    ['/etc/passwd', null],
  ])('%s goes to %s', (entry, place) => {
    expect(placeOfEntry(entry)).toBe(place);
  });
});
