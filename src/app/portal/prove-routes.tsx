import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../domain/days.ts';
import { findProof, findSealed } from '../../ledger/log/prove.ts';
import { readRecordCode } from '../proof/record-code.rules.ts';
import { instantTime } from './filing-visit.ts';
import { PROVE_TEXTS } from './prove.texts.ts';
import { type Found, ProvePage } from './prove.tsx';
import { dayWords, type Portal, sendPage, visitOf } from './visit.tsx';

const HIDDEN = { schema: { hide: true } };
/** As often as one reader may look a code up in a minute: a family with a pile of papers, not somebody who guesses. */
const LIMIT = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** The page where anybody checks a receipt or a paper, and the program to do it without us. */
export function mountProve(server: FastifyInstance, portal: Portal): void {
  const script = readFileSync(join(import.meta.dirname, '../../../scripts/check-proof.mjs'));

  server.get('/prove/check-proof.mjs', HIDDEN, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('content-disposition', 'attachment; filename="check-proof.mjs"')
      .send(script),
  );

  server.get<{ Querystring: { code?: string } }>('/prove', { ...HIDDEN, config: LIMIT }, async (request, reply) => {
    const visit = await visitOf(portal, request, reply);
    const { lang } = visit;
    const words = PROVE_TEXTS[lang];
    const typed = typeof request.query.code === 'string' ? request.query.code.slice(0, 120) : '';
    const code = readRecordCode(typed);
    const problems =
      typed.trim() !== '' && code === undefined
        ? [{ field: 'code', said: { zh: PROVE_TEXTS.zh.bad, en: PROVE_TEXTS.en.bad } }]
        : [];
    const found = code === undefined ? undefined : ((await look(portal, code, lang)) ?? 'none');
    return sendPage(visit, {
      title: words.title,
      body: <ProvePage lang={lang} typed={typed} problems={problems} {...(found === undefined ? {} : { found })} />,
      open: true,
    });
  });
}

async function look({ ledger }: Portal, code: string, lang: 'zh' | 'en'): Promise<Found | undefined> {
  const hash = await findSealed(ledger, code);
  const proof = hash && (await findProof(ledger, hash));
  if (hash === undefined || proof === undefined) return undefined;
  return {
    hash: hash.toString('hex'),
    index: proof.index,
    size: proof.size,
    day: dayWords(dayOf(proof.at), lang),
    time: instantTime(proof.at),
  };
}
