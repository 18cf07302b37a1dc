import type { ContentRef, InstrumentKind, InstrumentRef } from '../../src/domain/facts.ts';
import type { OpinionItem } from '../../src/petition/5-reply/reply.rules.ts';

/** The submission every story here begins with; its first matter. */
export const SUBMISSION = '990101-2026-000001';
export const MATTER = `${SUBMISSION}-1`;

export const content = (id: string): ContentRef => ({ id, hash: '0'.repeat(64) });

export function paper(id: string, kind: InstrumentKind = 'opinion'): InstrumentRef {
  return { id, kind, number: `南信〔2026〕${id.replace(/\D/g, '') || '1'}号`, content: content(`text-of-${id}`) };
}

/** One request answered as 条例 32 asks. */
export function answered(more: Partial<OpinionItem> = {}): OpinionItem {
  return {
    request: '退还多收的水费',
    finding: '经查表，多收三个月水费。',
    basis: '《城市供水条例》',
    verdict: 'support',
    answer: '退还多收的水费。',
    ...more,
  };
}
