import { addDays, startOfDay } from '../../domain/days.ts';
import type { Channel, IdentityGrade, Purpose } from '../../domain/vocabulary.ts';
import {
  type Fields,
  fieldsOf,
  isAhead,
  isRowRefusal,
  type LedgerRow,
  type Moment,
  type RowRefusal,
  refuseRow,
  wordsOf,
} from './ledger-row.rules.ts';

/** Doors of a 12345 hotline. Mail, QQ and microblog have no code of their own here and count as 网信. */
const CHANNEL_OF: Readonly<Record<string, Channel>> = {
  网站: 'web',
  电话: 'hotline',
  短信: 'sms',
  微信: 'wechat',
  '12345app': 'app',
  QQ: 'web',
  微博: 'web',
  邮件: 'web',
  来信: 'letter',
  来访: 'visit',
  传真: 'fax',
};

/**
 * What was wanted. A hotline's 举报 may be a report of an official's wrongdoing (条例 30, which would be sealed) or a
 * request to act on somebody's offence (条例 31(5)); the source does not say which, so its purpose is unknown and its
 * word is kept in the remark.
 */
const PURPOSE_OF: Readonly<Record<string, Purpose>> = {
  投诉: 'claim',
  求助: 'claim',
  求决: 'claim',
  申诉: 'appeal',
  建议: 'suggestion',
  咨询: 'other',
  表扬: 'other',
  其他: 'other',
};

/** A hotline's case: dates are days, and the answer is stated as days after receipt. */
export function readHotlineCase(value: unknown, now: string): LedgerRow | RowRefusal {
  const fields = fieldsOf(value, now);
  if (isRowRefusal(fields)) return fields;
  const sourceId = fields.id('id');
  if (typeof sourceId !== 'string') return sourceId;
  const received = fields.momentOf('time');
  if (isRowRefusal(received)) return received;
  const words = wordsOf(fields);
  if (isRowRefusal(words)) return words;
  const said = textsOf(fields, ['nature', 'channel', 'district', 'river', 'reply']);
  if (isRowRefusal(said)) return said;
  const { nature = '', channel = '', district = '', river = '', reply = '' } = said;
  const answered = dayAfter(fields, 'days_to_final_reply', received, now);
  if (answered && isRowRefusal(answered)) return answered;
  const transfers = transfersOf(fields, received, now);
  if (transfers && isRowRefusal(transfers)) return transfers;
  const place = [district, NOWHERE.includes(river) ? '' : river].filter((part) => part !== '').join(' ');
  const remark = [nature, channel].filter((part) => part !== '').join(' · ');
  return {
    sourceId,
    channel: CHANNEL_OF[channel] ?? 'unknown',
    purpose: PURPOSE_OF[nature] ?? 'unknown',
    identity: identityOf(fields.value('anonymous')),
    received,
    ...words,
    ...(district === '' ? {} : { district }),
    ...(place === '' ? {} : { place }),
    ...(remark === '' ? {} : { remark }),
    ...(transfers ? { transfers } : {}),
    ...(answered ? { answer: { at: answered, reply } } : {}),
    ...(!answered && reply.trim() !== '' ? { undatedReply: reply } : {}),
  };
}

const NOWHERE: readonly string[] = ['', '无'];

function textsOf(fields: Fields, names: readonly string[]): Record<string, string> | RowRefusal {
  const texts: Record<string, string> = {};
  for (const name of names) {
    const text = fields.text(name);
    if (typeof text !== 'string') return text;
    texts[name] = name === 'reply' ? text : text.trim();
  }
  return texts;
}

/** The day a stated number of days after receipt. */
function dayAfter(fields: Fields, field: string, received: Moment, now: string): Moment | undefined | RowRefusal {
  const days = fields.count(field);
  if (days === undefined || typeof days !== 'number') return days;
  const on = addDays(received.on, Math.min(days, 100_000));
  const moment: Moment = { at: startOfDay(on), on, exact: false };
  return isAhead(moment, now)
    ? refuseRow(field, `time 加 ${field} 晚于今天，不可能已经发生`, `time plus ${field} lies in the future`)
    : moment;
}

function transfersOf(fields: Fields, received: Moment, now: string): LedgerRow['transfers'] | RowRefusal {
  const times = fields.count('transfer_count');
  if (typeof times === 'object') return times;
  const first = dayAfter(fields, 'days_first_transfer', received, now);
  if (first && isRowRefusal(first)) return first;
  if (times === undefined) return first ? { times: 1, first } : undefined;
  /* A day of transfer beside "never transferred" contradicts it; the count is what the source states in words. */
  return times > 0 && first ? { times, first } : { times };
}

function identityOf(anonymous: unknown): IdentityGrade | 'unknown' {
  if (anonymous === 1 || anonymous === true || anonymous === '1') return 'anonymous';
  if (anonymous === 0 || anonymous === false || anonymous === '0') return 'claimed';
  return 'unknown';
}
