import { VERDICTS } from '../../../domain/vocabulary.ts';
import type { OpinionItem } from '../../../petition/5-reply/reply.rules.ts';
import { findKept } from '../../../ui/staff/kept.ts';

/** A draft as this browser keeps it until it is sent: nothing typed is lost to a closed lid. */
export interface KeptDraft {
  readonly items: readonly OpinionItem[];
  /** Version of the sent draft it goes on from; 0 for none. */
  readonly base: number;
  readonly savedAt: string;
}

const PREFIX = 'huiying.draft';

/** One place a person, a matter and a task. */
export function draftPlace(parts: { account: string; matter: string; assignment: string }): string {
  return [PREFIX, parts.account, parts.matter, parts.assignment].join('.');
}

export function findKeptDraft(place: string): KeptDraft | undefined {
  return readDraft(findKept(place));
}

function readDraft(read: unknown): KeptDraft | undefined {
  if (typeof read !== 'object' || read === null || !('items' in read) || !Array.isArray(read.items)) return undefined;
  const items = read.items.flatMap((item: unknown) => readItem(item));
  const base = 'base' in read && typeof read.base === 'number' ? read.base : 0;
  const savedAt = 'savedAt' in read && typeof read.savedAt === 'string' ? read.savedAt : '';
  return items.length === 0 || savedAt === '' ? undefined : { items, base, savedAt };
}

function readItem(item: unknown): OpinionItem[] {
  if (typeof item !== 'object' || item === null) return [];
  const parts = new Map<string, unknown>(Object.entries(item));
  const text = (name: string): string => {
    const value = parts.get(name);
    return typeof value === 'string' ? value : '';
  };
  const verdict = VERDICTS.find((one) => one === parts.get('verdict')) ?? 'support';
  const executeBy = text('executeBy');
  const written = { request: text('request'), finding: text('finding'), basis: text('basis'), answer: text('answer') };
  return [{ ...written, verdict, ...(executeBy === '' ? {} : { executeBy }) }];
}
