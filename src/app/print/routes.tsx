import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { type Caller, getStaff } from '../../actors/accounts/server/public.ts';
import { readPaperRoute } from '../../alongside/documents/papers.contract.ts';
import type { Permission } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import { NO_SUCH_MATTER } from '../../ledger/act-on-matter.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { logReading } from '../../ledger/read.ts';
import { NO_SUCH_SUBMISSION } from '../../petition/1-intake/not-there.rules.ts';
import { addressOf } from '../../platform/http/address.ts';
import { mount } from '../../platform/http/mount.ts';
import type { PageRoute } from '../../platform/http/route.contract.ts';
import type { Server } from '../../platform/http/server.ts';
import { renderPage } from '../../platform/jsx/render.ts';
import { originOf } from '../origin.ts';
import { readPetitionPage } from '../petition-page/petition-page.ts';
import { LedgerSheet, PeriodForm } from './LedgerSheet.tsx';
import { streamLedger } from './ledger-page.tsx';
import { type Officer, officerOf } from './officer.ts';
import { PaperSheet } from './PaperSheet.tsx';
import { type Bar, type BarLink, PrintPage } from './PrintPage.tsx';
import { readPaper } from './paper.ts';
import { printLedger, printPaper, printReading, printReceipt, printRegistration } from './print.contract.ts';
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
  /** Where the city is reached, for what is printed to be checked. */
  readonly origin: string;
  frame(given: Omit<Parameters<typeof PrintPage>[0], 'style' | 'bar'> & { bar: BarOf }): ReactElement;
}

type BarOf = Pick<Bar, 'note' | 'more'> & { readonly links: readonly BarLink[] };

/** A sheet drawn, and what the read log says of it. */
interface Printed {
  readonly page: string | Readable;
  readonly region: string;
  readonly stream?: string;
  readonly detail: object;
}

const SUBMISSION = /^\d{6}-\d{4}-\d{6,9}$/;
const MATTER = /^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/;

/** Office papers on A4 (law.md §3): pages for the browser to print, for officers, each printing logged. */
export function mountPrint(server: Server<Caller>, ledger: Ledger, publicUrl?: string): void {
  const css = readFileSync(join(import.meta.dirname, 'print.css'), 'utf8');
  const style = `/desk/print/print-${createHash('sha256').update(css).digest('hex').slice(0, 12)}.css`;
  server.get(style, { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(css),
  );

  const sheet = (contract: PageRoute<Permission>, draw: (call: Call) => Promise<Printed | Refusal>): void => {
    mount(server, contract, async ({ request, actor }) => {
      const officer = await officerOf(ledger, getStaff(actor));
      const printed = await draw(callOf(ledger, { request, officer, style, origin: originOf(request, publicUrl) }));
      if (isRefusal(printed)) return printed;
      await log(ledger, officer, contract.audit, printed);
      return printed.page;
    });
  };

  sheet(printRegistration, async (call) => {
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

  sheet(printReceipt, async (call) => {
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
        children: <ReceiptSheet slip={slip} officer={call.officer} now={call.now} origin={call.origin} />,
      }),
    );
  });

  sheet(printReading, async (call) => {
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

  sheet(printPaper, async (call) => {
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
        children: <PaperSheet paper={paper} origin={call.origin} />,
      }),
      { instrument: id },
    );
  });

  sheet(printLedger, async (call) => {
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

  mount(server, readPaperRoute, async ({ params: { matter, paper: id }, actor }) => {
    const officer = getStaff(actor);
    const read = await readPaper(ledger, officer, { matter, id });
    if (isRefusal(read)) return read;
    const detail = { instrument: id };
    await log(ledger, { actor: officer }, readPaperRoute.audit, { region: matter.slice(0, 6), stream: matter, detail });
    const { paper, number, scan } = read;
    return {
      matter,
      id,
      unsealed: scan === undefined,
      paper: { ...paper, paragraphs: [...paper.paragraphs] },
      ...(number === undefined ? {} : { number }),
      ...(scan === undefined ? {} : { scan }),
    };
  });
}

function printed(stream: string, paper: string, page: ReactElement, more: object = {}): Printed {
  return { page: renderPage(page), region: stream.slice(0, 6), stream, detail: { paper, ...more } };
}

function callOf(
  ledger: Ledger,
  { request, officer, style, origin }: { request: FastifyRequest; officer: Officer; style: string; origin: string },
): Call {
  /* Fastify gives strings for parameters; a query value may be repeated and is checked where it is read. */
  const params = request.params as Readonly<Record<string, string>>;
  const query = request.query as Readonly<Record<string, unknown>>;
  const lang = langOf(query);
  const url = addressOf(request);
  url.searchParams.set('lang', lang === 'zh' ? 'en' : 'zh');
  const other = `${url.pathname}${url.search}`;
  return {
    origin,
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

async function log(
  ledger: Ledger,
  { actor }: Pick<Officer, 'actor'>,
  verb: string,
  { region, stream, detail }: Omit<Printed, 'page'>,
): Promise<void> {
  await logReading(ledger, { region, actor: `staff:${actor.account}`, body: actor.body, verb, stream, detail });
}
