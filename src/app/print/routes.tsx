import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import type { Caller } from '../../actors/accounts/server/public.ts';
import type { Permission } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { NO_SUCH_MATTER } from '../../ledger/act-on-matter.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { logReading } from '../../ledger/read.ts';
import { NO_SUCH_SUBMISSION } from '../../petition/1-intake/server/intake.ts';
import { sendRefused } from '../../platform/http/errors.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderPage } from '../../platform/jsx/render.ts';
import { readPetitionPage } from '../petition-page/petition-page.ts';
import { LedgerSheet, PeriodForm } from './LedgerSheet.tsx';
import { streamLedger } from './ledger-page.tsx';
import { findOfficer, type Officer } from './officer.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { type Bar, type BarLink, PrintPage } from './PrintPage.tsx';
import { readPaper } from './paper.ts';
import { readPeriod } from './print.rules.ts';
import { BAR_TEXTS, NO_SUCH_PAPER } from './print.texts.ts';
import { ReadingSheet } from './ReadingSheet.tsx';
import { ReceiptSheet } from './ReceiptSheet.tsx';
import { RegistrationSheet } from './RegistrationSheet.tsx';
import { readReceipt } from './receipt.ts';
import { readRegistration } from './registration.ts';

/** What a sheet is drawn from. */
interface Call {
  readonly officer: Officer;
  readonly request: FastifyRequest;
  /** Part of the address that names the paper; checked by whoever reads it. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly now: string;
  frame(given: Omit<Parameters<typeof PrintPage>[0], 'style' | 'bar'> & { bar: BarOf }): ReactElement;
}

type BarOf = Pick<Bar, 'note' | 'more'> & { readonly links: readonly BarLink[] };

/** A sheet drawn, and what the read log says of it. */
interface Printed {
  readonly page: string | NodeJS.ReadableStream;
  readonly region: string;
  readonly stream?: string;
  readonly detail: object;
}

const SUBMISSION = /^\d{6}-\d{4}-\d{6,9}$/;
const MATTER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;

/** Office papers on A4 (law.md §3): pages for the browser to print, for officers, each printing logged. */
export function mountPrint(server: Server<Caller>, ledger: Ledger): void {
  const css = readFileSync(join(import.meta.dirname, 'print.css'), 'utf8');
  const style = `/desk/print/print-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
  server.get(style, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(css),
  );

  const sheet = (path: string, permission: Permission, draw: (call: Call) => Promise<Printed | Refusal>): void => {
    server.get(`/desk/print/${path}`, { schema: { hide: true } }, async (request, reply) => {
      const officer = await findOfficer(ledger, request, permission);
      if (officer === undefined) return reply.redirect('/desk/', 303);
      if (isRefusal(officer)) return refuse(server, officer, request, reply);
      const printed = await draw(callOf(ledger, request, officer, style));
      if (isRefusal(printed)) return refuse(server, printed, request, reply);
      await log(ledger, officer, printed);
      return reply.type('text/html; charset=utf-8').send(printed.page);
    });
  };

  sheet('registration/:number', 'cases', async (call) => {
    const number = call.params.number ?? '';
    const form = SUBMISSION.test(number)
      ? await readRegistration(ledger, call.officer.actor, number)
      : NO_SUCH_SUBMISSION;
    if (isRefusal(form)) return form;
    const bar: BarOf = {
      links: [
        { href: `/desk/submission/${number}`, text: BAR_TEXTS.toSubmission },
        { href: `/desk/print/receipt/${number}`, text: BAR_TEXTS.receipt },
      ],
    };
    return printed(
      number,
      'registration',
      call.frame({
        title: `信访登记表 ${number}`,
        kind: 'form',
        bar,
        children: <RegistrationSheet form={form} officer={call.officer} now={call.now} />,
      }),
    );
  });

  sheet('receipt/:number', 'cases', async (call) => {
    const number = call.params.number ?? '';
    const slip = SUBMISSION.test(number) ? await readReceipt(ledger, call.officer.actor, number) : NO_SUCH_SUBMISSION;
    if (isRefusal(slip)) return slip;
    const bar: BarOf = {
      links: [
        { href: `/desk/submission/${number}`, text: BAR_TEXTS.toSubmission },
        { href: `/desk/print/registration/${number}`, text: BAR_TEXTS.registration },
      ],
    };
    return printed(
      number,
      'receipt',
      call.frame({
        title: `信访登记回执 ${number}`,
        kind: 'slip',
        bar,
        children: <ReceiptSheet slip={slip} officer={call.officer} now={call.now} />,
      }),
    );
  });

  sheet('reading/:matter', 'cases', async (call) => {
    const matter = call.params.matter ?? '';
    const page = MATTER.test(matter) ? await readPetitionPage(ledger, call.officer.actor, matter) : NO_SUCH_MATTER;
    if (isRefusal(page)) return page;
    return printed(
      matter,
      'reading',
      call.frame({
        title: `阅办单 ${matter}`,
        kind: 'form',
        bar: { links: [{ href: `/desk/matter/${matter}`, text: BAR_TEXTS.toMatter }] },
        children: <ReadingSheet matter={page} officer={call.officer} now={call.now} />,
      }),
    );
  });

  sheet('paper/:matter/:id', 'cases', async (call) => {
    const { matter = '', id = '' } = call.params;
    const paper = MATTER.test(matter) ? await readPaper(ledger, call.officer.actor, { matter, id }) : NO_SUCH_PAPER;
    if (isRefusal(paper)) return paper;
    const scan = paper.scan?.href;
    const bar: BarOf = {
      links: [
        { href: `/desk/matter/${matter}`, text: BAR_TEXTS.toMatter },
        ...(scan === undefined ? [] : [{ href: scan, text: BAR_TEXTS.sealed }]),
      ],
      ...(paper.scan ? {} : { note: BAR_TEXTS.unsealed }),
    };
    return printed(
      matter,
      'paper',
      call.frame({
        title: `${paper.paper.title} ${paper.number ?? ''}`.trim(),
        kind: 'letter',
        bar,
        children: <PaperSheet paper={paper} />,
      }),
      { instrument: id },
    );
  });

  sheet('ledger', 'staff', async (call) => {
    const { actor } = call.officer;
    const period = readPeriod(call.query, contextFor(ledger, actor).today);
    if (isRefusal(period)) return period;
    const lang = langOf(call.query);
    const streamed = await streamLedger(ledger, actor, period, (count) =>
      call.frame({
        title: `信访事项台账 ${period.from} ${period.to}`,
        kind: 'ledger',
        bar: {
          links: [{ href: '/desk/matters', text: BAR_TEXTS.toMatters }],
          more: <PeriodForm period={period} lang={lang} />,
        },
        children: <LedgerSheet period={period} count={count} officer={call.officer} now={call.now} />,
      }),
    );
    if (isRefusal(streamed)) return streamed;
    const region = ledger.reference.bodies.find(actor.body)?.division.slice(0, 6) ?? '000000';
    return { page: streamed.page, region, detail: { paper: 'ledger', ...period, count: streamed.count } };
  });
}

function printed(stream: string, paper: string, page: ReactElement, more: object = {}): Printed {
  return { page: renderPage(page), region: stream.slice(0, 6), stream, detail: { paper, ...more } };
}

function callOf(ledger: Ledger, request: FastifyRequest, officer: Officer, style: string): Call {
  /* Fastify gives strings for parameters; a query value may be repeated and is checked where it is read. */
  const params = request.params as Readonly<Record<string, string>>;
  const query = request.query as Readonly<Record<string, unknown>>;
  const lang = langOf(query);
  const url = new URL(request.url, 'http://localhost');
  url.searchParams.set('lang', lang === 'zh' ? 'en' : 'zh');
  const other = `${url.pathname}${url.search}`;
  return {
    officer,
    request,
    params,
    query,
    now: ledger.clock.now().toISOString(),
    frame: ({ bar, ...given }) => <PrintPage {...given} style={style} bar={{ ...bar, lang, other }} />,
  };
}

function langOf(query: Readonly<Record<string, unknown>>): 'zh' | 'en' {
  return query.lang === 'en' ? 'en' : 'zh';
}

async function log(ledger: Ledger, { actor }: Officer, { region, stream, detail }: Printed): Promise<void> {
  await logReading(ledger, {
    region,
    actor: `staff:${actor.account}`,
    body: actor.body,
    verb: 'print',
    stream,
    detail,
  });
}

function refuse(
  server: Server<Caller>,
  refused: Refusal,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  return sendRefused({ refused, request, reply, renderError: server.house.renderError });
}
