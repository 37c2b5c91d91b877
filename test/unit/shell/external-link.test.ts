import { describe, expect, it } from 'vitest';
import { externalLink } from '../../../main/shell/external-link';

describe('externalLink', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['https://EXAMPLE.com/a b?q=ü', 'https://example.com/a%20b?q=%C3%BC'],
    ['https://пример.example/', 'https://xn--e1afmkfd.example/'],
  ])('opens %s as %s', (written, opened) => {
    expect(externalLink(written)).toEqual({ ok: true, value: opened });
  });

  it.each([
    'http://example.com',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'file:///etc/passwd',
    'smb://host/share',
    'mailto:a@example.com',
    'ms-settings:',
    'data:text/html,x',
    'app://bundle/index.html',
    'https://user:secret@example.com',
    'https://user@example.com',
    'https://',
    '//example.com',
    'example.com',
    '',
    `https://example.com/${'a'.repeat(5000)}`,
  ])('refuses %s', (written) => {
    expect(externalLink(written)).toEqual({ ok: false, error: { code: 'link.refused' } });
  });
});
