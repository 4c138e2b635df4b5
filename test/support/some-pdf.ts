/** Bytes that begin and end as a PDF does; no two of neighbouring lengths are alike. Whoever stores a PDF has no business reading it. */
export function pdfOf(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = length;
  for (let at = 0; at < length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[at] = state >>> 16;
  }
  bytes.set(new TextEncoder().encode('%PDF-1.7\n').subarray(0, length));
  bytes.set(new TextEncoder().encode('\n%%EOF\n').subarray(0, length), Math.max(0, length - 7));
  return bytes;
}
