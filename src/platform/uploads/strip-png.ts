const SIGN = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Text of any kind, EXIF (place, device) and the time of the last change. */
const METADATA = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/**
 * A PNG without texts, EXIF, times and anything after its end. Pixels are not touched. Undefined where it is damaged.
 * Never throws.
 */
export function stripPng(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, 8).equals(SIGN)) return undefined;
  const kept: Buffer[] = [SIGN];
  let at = 8;
  let hasPixels = false;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at);
    if (next > bytes.length) return undefined;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(name) || (at === 8) !== (name === 'IHDR')) return undefined;
    if (!METADATA.has(name)) kept.push(bytes.subarray(at, next));
    if (name === 'IDAT') hasPixels = true;
    if (name === 'IEND') return hasPixels ? Buffer.concat(kept) : undefined;
    at = next;
  }
  return undefined;
}
