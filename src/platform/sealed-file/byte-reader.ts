/** Pieces of any size on one side, exact numbers of bytes on the other. Holds no more than was asked for and one piece. */
export interface ByteReader {
  /** The next `length` bytes; fewer only where the source ends before. */
  take(length: number): Promise<Buffer>;
  /** Whether nothing is left. */
  atEnd(): Promise<boolean>;
}

/** Reads a source piece by piece; an error of the source comes out of `take` and `atEnd`. */
export function byteReader(source: AsyncIterable<Buffer>): ByteReader {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let size = 0;
  let ended = false;

  async function fill(length: number): Promise<void> {
    while (size < length && !ended) {
      const next = await pieces.next();
      if (next.done === true) ended = true;
      else {
        held.push(next.value);
        size += next.value.length;
      }
    }
  }

  return {
    async take(length) {
      await fill(length);
      const whole = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
      const taken = whole.subarray(0, length);
      held = taken.length === whole.length ? [] : [whole.subarray(taken.length)];
      size = whole.length - taken.length;
      return taken;
    },
    async atEnd() {
      await fill(1);
      return size === 0;
    },
  };
}
