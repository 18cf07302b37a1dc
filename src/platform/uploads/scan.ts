import { connect } from 'node:net';

/** Looks into a file for what harms: the name of what was found, or undefined. @throws when it cannot be looked at. */
export type ScanFile = (bytes: Buffer) => Promise<string | undefined>;

const CHUNK = 65_536;
const PATIENCE_MS = 30_000;

/** Where clamd listens: a socket in the file system, or host and port. */
export type ScannerAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * A scanner that asks clamd (INSTREAM of its protocol: chunks with their length before them, then a length of zero). The
 * file goes over the connection and is stored nowhere.
 */
export function clamdScanner(address: ScannerAddress, patienceMs = PATIENCE_MS): ScanFile {
  return async (bytes) => {
    const said = await ask(address, bytes, patienceMs);
    const [, found] = /^stream: (.+) FOUND$/.exec(said) ?? [];
    if (found !== undefined) return found;
    if (said === 'stream: OK') return undefined;
    throw new Error(`the scanner said: ${said === '' ? 'nothing' : said}`);
  };
}

function ask(address: ScannerAddress, bytes: Buffer, patienceMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address);
    let said = '';
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner did not answer in time')));
    socket.once('error', reject);
    socket.on('data', (part) => {
      said += part.toString('latin1');
    });
    socket.once('close', () => resolve(said.replace(/[\0\r\n]+$/, '')));
    socket.once('connect', () => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += CHUNK) {
        const chunk = bytes.subarray(at, at + CHUNK);
        socket.write(lengthOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(lengthOf(0));
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
