import {
  fieldsOf,
  isBefore,
  isRowRefusal,
  type LedgerRow,
  type RowRefusal,
  refuseRow,
  wordsOf,
} from './ledger-row.rules.ts';

/**
 * A message and its reply: msg_id, title, time, text, reply, reply_time. The source states neither channel nor purpose.
 * `user_id` is not taken: who wrote on another site is nothing this register may link people by.
 */
export function readReply(value: unknown, now: string): LedgerRow | RowRefusal {
  const fields = fieldsOf(value, now);
  if (isRowRefusal(fields)) return fields;
  const sourceId = fields.id('msg_id');
  if (typeof sourceId !== 'string') return sourceId;
  const received = fields.momentOf('time');
  if (isRowRefusal(received)) return received;
  const words = wordsOf(fields);
  if (isRowRefusal(words)) return words;
  const reply = fields.text('reply');
  if (typeof reply !== 'string') return reply;
  const answered = fields.moment('reply_time');
  if (answered && isRowRefusal(answered)) return answered;
  if (answered && isBefore(answered, received)) {
    return refuseRow(
      'reply_time',
      'reply_time 早于 time，答复不可能早于来信',
      'reply_time is before time: an answer cannot come before the message',
    );
  }
  return {
    sourceId,
    channel: 'unknown',
    purpose: 'unknown',
    identity: 'unknown',
    received,
    ...words,
    ...(answered ? { answer: { at: answered, reply } } : {}),
    ...(!answered && reply.trim() !== '' ? { undatedReply: reply } : {}),
  };
}
