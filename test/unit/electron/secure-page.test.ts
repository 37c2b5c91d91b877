import { describe, expect, it } from 'vitest';
import { ownPage, securePage } from '../../../main/electron/secure-page';

describe('every page', () => {
  it('is denied what a page of the web is denied, and more', () => {
    expect(securePage).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableBlinkFeatures: 'Auxclick',
    });
  });
});

describe('our own page', () => {
  it('has developer tools only while it runs from a checkout', () => {
    expect(ownPage(true)).toEqual({ ...securePage, devTools: false });
    expect(ownPage(false).devTools).toBe(true);
  });
});
