/**
 * Decodes a body in the charset of its `Content-Type`; UTF-8 if that names none or an unknown one. It needs all
 * bytes at once, because a character may span two chunks.
 */
export function responseText(body: Uint8Array, contentType: string | null): string {
  return decoderFor(contentType).decode(body);
}

function decoderFor(contentType: string | null): TextDecoder {
  const declared = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(contentType ?? '');
  try {
    return new TextDecoder(declared?.[1] ?? declared?.[2] ?? 'utf-8');
  } catch {
    // An unknown charset; JSON is UTF-8.
    return new TextDecoder();
  }
}
