/**
 * A JPEG without what it tells about its maker: place, time, device, owner, comments, previews, and anything after its
 * end (telephones hide a film there). Of all that only the orientation is written anew, or photographs would lie on
 * their side. The picture itself is not touched. Undefined where it is damaged. Never throws.
 */
export function stripJpeg(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const kept: Buffer[] = [];
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  for (;;) {
    // Any number of 0xff may fill the room before a marker.
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return undefined;
    if (marker === 0xd9) break;
    if (isAlone(marker)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
      continue;
    }
    if (at + 4 > bytes.length) return undefined;
    const next = at + 2 + bytes.readUInt16BE(at + 2);
    if (next < at + 4 || next > bytes.length) return undefined;
    const segment = bytes.subarray(at, next);
    if (marker === 0xe1) orientation = findOrientation(segment) ?? orientation;
    if (!isMetadata(marker, segment)) kept.push(segment);
    at = next;
    if (marker !== 0xda) continue;
    hasScan = true;
    const end = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, end));
    at = end;
    // Some cameras forget the end marker.
    if (at >= bytes.length) break;
  }
  if (!hasScan) return undefined;
  return Buffer.concat([...withOrientation(kept, orientation), Buffer.from([0xff, 0xd9])]);
}

/** Markers without a length: TEM and restarts. */
function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Comments and every application segment, but for JFIF itself and Adobe's colour transform, which decoders need. */
function isMetadata(marker: number, segment: Buffer): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef || marker === 0xee) return false;
  if (marker !== 0xe0) return true;
  // JFIF may hold a preview (16 bytes is one without); its extension JFXX is nothing else.
  return segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length !== 18;
}

/** Compressed data runs to the next marker that is neither an escaped 0xff nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0x00 && next !== 0xff && !isAlone(next)) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** Tag 0x0112 of the first directory of an EXIF segment. */
function findOrientation(segment: Buffer): number | undefined {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return undefined;
  const tiff = segment.subarray(10);
  if (tiff.length < 8) return undefined;
  const order = tiff.toString('latin1', 0, 2);
  if (order !== 'II' && order !== 'MM') return undefined;
  const two = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  const count = two(first);
  for (let entry = 0; entry < count; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return undefined;
    if (two(at) !== 0x0112) continue;
    const value = two(at + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

function withOrientation(kept: readonly Buffer[], orientation: number): Buffer[] {
  const start = Buffer.from([0xff, 0xd8]);
  if (orientation === 1) return [start, ...kept];
  const exif = Buffer.from('ffe100224578696600004d4d002a00000008000101120003000000010000000000000000', 'hex');
  exif.writeUInt16BE(orientation, 28);
  // JFIF, where there is one, must stay first.
  const [first, ...rest] = kept;
  return first?.[1] === 0xe0 ? [start, first, exif, ...rest] : [start, exif, ...kept];
}
