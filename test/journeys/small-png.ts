import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * The same picture in the 256 colours it uses most, the others in the nearest of them: a page of text looks the same and
 * takes a third of the bytes. Takes the PNG a browser makes (8 bits a channel, RGB or RGBA, not interlaced); alpha is lost.
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = read(png);
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const palette = [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 256)
    .map(([colour]) => colour);
  const nearest = new Map([...counts.keys()].map((colour) => [colour, nearestOf(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (const [at, colour] of pixels.entries()) {
    rows[at + Math.floor(at / width) + 1] = nearest.get(colour) ?? 0;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [...channels(colour)]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function channels(colour: number): readonly [number, number, number] {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearestOf(palette: readonly number[], colour: number): number {
  const [r, g, b] = channels(colour);
  const distances = palette.map((one) => {
    const [red, green, blue] = channels(one);
    return (red - r) ** 2 + (green - g) ** 2 + (blue - b) ** 2;
  });
  return distances.indexOf(Math.min(...distances));
}

/** Width, height, and the pixels as 0xRRGGBB, row by row. */
function read(png: Buffer): { width: number; height: number; pixels: Uint32Array } {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const [width, height, size] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6 ? 4 : 3];
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), { line: width * size, size, height });
  const pixels = new Uint32Array(width * height);
  for (const at of pixels.keys()) pixels[at] = bytes.readUIntBE(at * size, 3);
  return { width, height, pixels };
}

/** Takes back the filter of each line (PNG 9.2). */
function unfilter(raw: Buffer, { line, size, height }: { line: number; size: number; height: number }): Buffer {
  const out = Buffer.alloc(line * height);
  for (let at = 0; at < out.length; at++) {
    const [y, x] = [Math.floor(at / line), at % line];
    const left = x >= size ? (out[at - size] ?? 0) : 0;
    const up = y > 0 ? (out[at - line] ?? 0) : 0;
    const corner = x >= size && y > 0 ? (out[at - line - size] ?? 0) : 0;
    const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
    out[at] = (raw[at + y + 1] ?? 0) + (guesses[raw[y * (line + 1)] ?? 0] ?? 0);
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  if (toLeft === undefined || toUp === undefined || toCorner === undefined) return 0;
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
