import { readHotlineCase } from './hotline.rules.ts';
import type { ReadRow } from './ledger-row.rules.ts';
import { readReply } from './replies.rules.ts';

interface Format {
  readonly read: ReadRow;
  /** The field that names a row, for results of rows that cannot be read. */
  readonly id: string;
  /** Columns that are left out on purpose: they would link persons, or repeat what other columns state. */
  readonly notTaken: readonly string[];
}

export const FORMATS = {
  replies: { read: readReply, id: 'msg_id', notTaken: ['user_id'] },
  hotline: {
    read: readHotlineCase,
    id: 'id',
    notTaken: [
      'anonymous_raw_is_name',
      'transfer_count_raw',
      'days_to_final_reply_raw',
      'days_first_perfunctory',
      'days_first_explain',
      'days_first_progress',
    ],
  },
} as const satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;

export function isFormat(name: unknown): name is FormatName {
  return typeof name === 'string' && Object.hasOwn(FORMATS, name);
}
