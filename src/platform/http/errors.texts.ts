import type { core } from 'zod';
import type { Sentence } from './route.contract.ts';

type Known = { readonly status: number; readonly said: Sentence };

/** Every error this layer itself can answer with, by its code. */
export const KNOWN_ERRORS = {
  'bad-request': {
    status: 400,
    said: {
      zh: '这个请求无法读懂。请刷新页面后再试。',
      en: 'This request cannot be read. Reload the page and try again.',
    },
  },
  'bad-json': {
    status: 400,
    said: {
      zh: '内容不是有效的 JSON。请检查格式后再发。',
      en: 'The body is not valid JSON. Check it and send it again.',
    },
  },
  'too-deep': {
    status: 400,
    said: { zh: '内容嵌套太深，最多 32 层。', en: 'The body is nested too deeply; at most 32 levels.' },
  },
  'bad-input': {
    status: 400,
    said: { zh: '有一项填写不对，请改正后再发。', en: 'Something filled in is not right. Mend it and send it again.' },
  },
  'bad-key': {
    status: 400,
    said: {
      zh: '请求头 idempotency-key 只能是 1 到 100 个字母、数字、“-”或“_”。',
      en: 'The header idempotency-key must be 1 to 100 letters, digits, “-” or “_”.',
    },
  },
  'key-missing': {
    status: 400,
    said: {
      zh: '请带上请求头 idempotency-key：同一件事重发时用同一个值，就不会办两次。',
      en: 'Send the header idempotency-key: with the same value a repeated request is not carried out twice.',
    },
  },
  'sign-in-first': { status: 401, said: { zh: '请先登录。', en: 'Please sign in first.' } },
  'other-site': {
    status: 403,
    said: {
      zh: '这个请求不是从本系统的页面发出的。请回到页面，刷新后再试。',
      en: 'This request did not come from a page of this system. Go back to the page, reload it and try again.',
    },
  },
  'stale-page': {
    status: 403,
    said: { zh: '页面已经过期。请刷新后再试。', en: 'The page is out of date. Reload it and try again.' },
  },
  'not-found': {
    status: 404,
    said: { zh: '没有这个页面或地址。请检查网址。', en: 'There is no such page or address. Check the address.' },
  },
  'too-slow': {
    status: 408,
    said: {
      zh: '请求没有在规定的时间里发完。请检查网络，再发一次。',
      en: 'The request did not arrive whole in time. Check the connection and send it again.',
    },
  },
  'too-large': {
    status: 413,
    said: { zh: '发送的内容太大。请减少内容或分几次发送。', en: 'Too much was sent. Send less, or in several parts.' },
  },
  'wrong-type': {
    status: 415,
    said: {
      zh: '这个地址不接受这种内容类型。接口只接受 application/json。',
      en: 'This address does not take this content type. The interface takes application/json only.',
    },
  },
  'too-many': {
    status: 429,
    said: { zh: '次数太多了。请稍等一会儿再试。', en: 'Too many tries. Wait a little and try again.' },
  },
  fault: {
    status: 500,
    said: {
      zh: '系统出了问题，我们已经记录下来。请稍后再试；如仍不行，请把编号告诉管理员。',
      en: 'Something went wrong and has been recorded. Try again later; if it persists, tell the administrator the number.',
    },
  },
  busy: {
    status: 503,
    said: {
      zh: '现在使用的人很多，请过几秒再试。重发不会重复办理。',
      en: 'Very busy just now. Try again in a few seconds; sending again does nothing twice.',
    },
  },
  'no-space': {
    status: 503,
    said: {
      zh: '系统的存储空间满了，这一次没有办成，以前办好的都在。管理员正在处理，请过一会儿再试；重发不会重复办理。',
      en: 'The system has run out of storage: this was not carried out, and what was done before stands. It needs the administrator; try again in a while. Sending again does nothing twice.',
    },
  },
} as const satisfies Record<string, Known>;

export type KnownError = keyof typeof KNOWN_ERRORS;

/** What is wrong with one value, and how to mend it. `path` names the field as the sender wrote it. */
export function sentenceOf(issue: core.$ZodIssue, path: string): Sentence {
  const zh = (text: string): string => (path === '' ? `内容${text}` : `${path} ${text}`);
  const en = (text: string): string => (path === '' ? `The request ${text}` : `${path} ${text}`);
  const both = (z: string, e: string): Sentence => ({ zh: zh(z), en: en(e) });
  switch (issue.code) {
    case 'invalid_type': {
      const kind = KINDS[issue.expected] ?? { zh: issue.expected, en: issue.expected };
      return issue.input === undefined && issue.message.endsWith('undefined')
        ? both(`必须填写，要是${kind.zh}`, `is required and must be ${kind.en}`)
        : both(`要是${kind.zh}`, `must be ${kind.en}`);
    }
    case 'too_small':
    case 'too_big':
      return bound(issue, both);
    case 'not_multiple_of':
      return both(`要是 ${issue.divisor} 的倍数`, `must be a multiple of ${issue.divisor}`);
    case 'invalid_format': {
      const form = FORMS[issue.format];
      return form === undefined
        ? both('格式不对，请按说明填写', 'is not in the form described')
        : both(`要是${form.zh}`, `must be ${form.en}`);
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return both(`只能是：${values}`, `must be one of: ${values}`);
    }
    case 'unrecognized_keys': {
      const keys = issue.keys.map((key) => key.slice(0, 50)).join(', ');
      return both(`里有不认识的项：${keys}，请去掉`, `has unknown fields: ${keys}; leave them out`);
    }
    case 'custom':
      return ownSentence(issue.params) ?? both('填写不对，请按说明填写', 'is not as described');
    default:
      return both('不是可以接受的内容，请按说明填写', 'is not one of the accepted forms; see the description');
  }
}

/** A refinement may bring its own words: `.refine(check, { params: { said: { zh, en } } })`. */
function ownSentence(params: Record<string, unknown> | undefined): Sentence | undefined {
  const said = params?.said;
  if (typeof said !== 'object' || said === null || !('zh' in said) || !('en' in said)) return undefined;
  return typeof said.zh === 'string' && typeof said.en === 'string' ? { zh: said.zh, en: said.en } : undefined;
}

function bound(
  issue: core.$ZodIssueTooBig | core.$ZodIssueTooSmall,
  both: (zh: string, en: string) => Sentence,
): Sentence {
  const most = issue.code === 'too_big';
  const limit = String(most ? issue.maximum : issue.minimum);
  switch (issue.origin) {
    case 'string':
      if (!most && limit === '1') return both('必须填写', 'must be filled in');
      return most
        ? both(`最多 ${limit} 个字，请缩短`, `may have at most ${limit} characters; shorten it`)
        : both(`至少要 ${limit} 个字`, `needs at least ${limit} characters`);
    case 'array':
    case 'set':
    case 'map':
      return most
        ? both(`最多 ${limit} 项`, `may have at most ${limit} entries`)
        : both(`至少要 ${limit} 项`, `needs at least ${limit} entries`);
    default: {
      const reached = issue.inclusive !== false;
      if (most)
        return both(
          reached ? `不能大于 ${limit}` : `要小于 ${limit}`,
          `must be ${reached ? 'at most' : 'below'} ${limit}`,
        );
      return both(
        reached ? `不能小于 ${limit}` : `要大于 ${limit}`,
        `must be ${reached ? 'at least' : 'above'} ${limit}`,
      );
    }
  }
}

const KINDS: Readonly<Record<string, Sentence>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: '“是”或“否”（true/false）', en: 'true or false' },
  array: { zh: '一个列表', en: 'a list' },
  object: { zh: '一组内容', en: 'an object' },
  record: { zh: '一组内容', en: 'an object' },
  null: { zh: '空值', en: 'null' },
  date: { zh: '日期', en: 'a date' },
};

const FORMS: Readonly<Record<string, Sentence>> = {
  email: { zh: '邮箱地址', en: 'an e-mail address' },
  url: { zh: '网址', en: 'a web address' },
  uuid: { zh: 'UUID 编号', en: 'a UUID' },
  date: { zh: '日期，如 2026-03-01', en: 'a date such as 2026-03-01' },
  datetime: { zh: '时刻，如 2026-03-01T08:00:00Z', en: 'an instant such as 2026-03-01T08:00:00Z' },
  time: { zh: '时间，如 08:30', en: 'a time such as 08:30' },
};
