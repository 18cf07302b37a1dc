const END_SIGN = 0x06054b50;
const ENTRY_SIGN = 0x02014b50;
const MOST_ENTRIES = 5_000;

/**
 * Whether a ZIP archive is a Word document: it lists `[Content_Types].xml` and `word/document.xml`, and no macros. Reads
 * the directory only and unpacks nothing, so an archive that would unpack to terabytes costs nothing here.
 */
export function isDocx(bytes: Buffer): boolean {
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50) return false;
  const names = entryNames(bytes);
  if (names === undefined) return false;
  const hasMacros = [...names].some((name) => /vbaProject\.bin$/i.test(name));
  return names.has('[Content_Types].xml') && names.has('word/document.xml') && !hasMacros;
}

/** Names in the archive's directory; undefined where it is broken. */
function entryNames(bytes: Buffer): Set<string> | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  const names = new Set<string>();
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== ENTRY_SIGN) return undefined;
    const length = bytes.readUInt16LE(at + 28);
    if (at + 46 + length > end) return undefined;
    names.add(bytes.toString('utf8', at + 46, at + 46 + length));
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return names;
}

/** The record at the end, after which only a comment of up to 65,535 bytes may stand. */
function findEnd(bytes: Buffer): number | undefined {
  const first = Math.max(0, bytes.length - 22 - 65_535);
  for (let at = bytes.length - 22; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END_SIGN) return at;
  }
  return undefined;
}
