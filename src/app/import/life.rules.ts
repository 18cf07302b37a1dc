import type { ContentRef, MatterDraft, SubmissionDraft } from '../../domain/facts.ts';
import type { Gist, Particulars } from '../../domain/particulars.ts';
import { HISTORICAL_PACK } from '../../domain/rule-pack.ts';
import type { LedgerRow } from './ledger-row.rules.ts';

/** Where an imported life is registered. */
export interface Place {
  readonly source: string;
  readonly body: string;
  /** The place complained of where the source names one we know, else the receiving body's. */
  readonly division: string;
  readonly region: string;
}

/** The content rows of a life, by their kind. */
export interface LifeContents {
  readonly particulars: Particulars;
  readonly gist: Gist;
  readonly reply?: { readonly text: string };
}

export type Timed<D> = D & { readonly occurredAt: string };

export interface Life {
  readonly submission: readonly Timed<SubmissionDraft>[];
  readonly matter: readonly Timed<MatterDraft>[];
}

/** What is sealed beside the facts. A reply without a day is no answer, but its words are kept. */
export function contentsOf(row: LedgerRow): LifeContents {
  const kept = row.undatedReply === undefined ? undefined : `来源所载答复，未注明日期：${row.undatedReply}`;
  const remark = [row.remark, kept].filter((part) => part !== undefined).join('\n');
  return {
    particulars: {
      form: 'self',
      people: [],
      title: row.title,
      text: row.text,
      requests: [],
      files: [],
      tried: [],
      ...(row.place === undefined ? {} : { place: row.place }),
      ...(remark === '' ? {} : { remark }),
    },
    gist: { title: row.title, who: '', text: row.text, requests: [] },
    ...(row.answer ? { reply: { text: row.answer.reply } } : {}),
  };
}

/** The facts of a life, each at its own moment in the past, under the historical pack: no clock, no breach, no window. */
export function lifeOf(
  row: LedgerRow,
  place: Place,
  numbers: { readonly submission: string; readonly matter: string },
  refs: { readonly particulars: ContentRef; readonly gist: ContentRef; readonly reply?: ContentRef },
): Life {
  const { at: receivedAt, on: receivedOn } = row.received;
  const common = { channel: row.channel, purpose: row.purpose, division: place.division, body: place.body, receivedOn };
  const later: Timed<MatterDraft>[] = [];
  if (row.transfers) {
    const { times, first } = row.transfers;
    later.push({
      kind: 'ImportedTransferred',
      body: { times, ...(first ? { on: first.on } : {}) },
      occurredAt: atLeast(receivedAt, first?.at),
    });
  }
  if (row.answer && refs.reply) {
    later.push({
      kind: 'ImportedAnswered',
      body: { on: row.answer.at.on, body: place.body, content: refs.reply },
      occurredAt: atLeast(receivedAt, row.answer.at.at),
    });
  }
  /* Sources state first transfers later than the answer: told in the order they happened, as stated. */
  later.sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : 0));
  return {
    submission: [
      {
        kind: 'ImportedReceived',
        body: {
          source: place.source,
          sourceId: row.sourceId,
          ...common,
          identity: row.identity,
          matter: numbers.matter,
          content: refs.particulars,
        },
        occurredAt: receivedAt,
      },
    ],
    matter: [
      {
        kind: 'ImportedOpened',
        body: {
          submission: numbers.submission,
          ...common,
          pack: HISTORICAL_PACK.key,
          content: refs.gist,
        },
        occurredAt: receivedAt,
      },
      ...later,
    ],
  };
}

/** A bare day stands at its 00:00; on the day of receipt that would lie before the message itself. */
function atLeast(receivedAt: string, at: string | undefined): string {
  return at === undefined || at < receivedAt ? receivedAt : at;
}

/** What of a fact the source stated: numbers, place and content rows are ours and may differ between two runs. */
export function statedIn(fact: { readonly kind: string; readonly body: object; readonly occurredAt: string }): object {
  const stated = Object.entries(fact.body).filter(([name]) => !OURS.has(name));
  return { kind: fact.kind, occurredAt: fact.occurredAt, body: Object.fromEntries(stated) };
}

const OURS: ReadonlySet<string> = new Set(['content', 'division', 'body', 'pack', 'submission', 'matter', 'source']);
