import { get } from 'node:http';
import { atMost, type Row } from './report.ts';
import type { Measure } from './setting.ts';

const PAGES = ['/', '/file', '/follow', '/en'] as const;

/** What a page costs to load the first time: its HTML and every style sheet and script it names, as transferred. */
export const portal: Measure = async (setting) => {
  const { port } = await setting.served();
  const rows: Row[] = [];
  for (const page of PAGES) {
    const html = await load(port, page);
    if (html.status !== 200) continue;
    let bytes = html.bytes;
    let scripts = 0;
    const named = html.text.matchAll(/<(?:link[^>]+href|script[^>]+src)="(\/[^"]+\.(css|js)[^"]*)"/g);
    for (const [, path = '', kind] of named) {
      const part = await load(port, path);
      bytes += part.bytes;
      if (kind === 'js') scripts += part.bytes;
    }
    rows.push({
      row: 'portal',
      what: `portal page ${page}, without pictures`,
      value: bytes / 1024,
      unit: 'KB',
      bar: atMost(bytes / 1024, 30, ' KB'),
      note: `script ${scripts} bytes`,
    });
  }
  return rows;
};

function load(port: number, path: string): Promise<{ status: number; bytes: number; text: string }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, br', 'accept-language': 'zh-CN', accept: 'text/html' };
    get({ host: '127.0.0.1', port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const packed = answer.headers['content-encoding'] !== undefined;
        resolve({ status: answer.statusCode ?? 0, bytes: body.length, text: packed ? '' : body.toString() });
      });
    }).on('error', reject);
  });
}
