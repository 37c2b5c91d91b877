/**
 * The text of a body in the charset its `Content-Type` declares; UTF-8 where that names none, or none that is known. Takes all
 * bytes at once, because a character may lie across two of the pieces they arrive in.
 */
export function responseText(body: Uint8Array, contentType: string | null): string {
  return decoderFor(contentType).decode(body);
}

function decoderFor(contentType: string | null): TextDecoder {
  const declared = /;\s*charset\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(contentType ?? '');
  try {
    return new TextDecoder(declared?.[1] ?? declared?.[2] ?? 'utf-8');
  } catch {
    // A charset that nobody here knows; UTF-8 is what JSON is in.
    return new TextDecoder();
  }
}
