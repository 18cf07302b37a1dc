import type { Sentence } from '../../platform/http/route.contract.ts';

/** Every refusal of signing in, of passwords, and of passes. */
export const ACCOUNT_TEXTS = {
  /** The same whether the login, the password or the account is at fault: it must not tell which logins exist. */
  'sign-in-wrong': {
    status: 401,
    said: {
      zh: '用户名或密码不对。请检查大小写后再试；忘记密码请联系本单位系统管理员。',
      en: 'Wrong user name or password. Check capital letters and try again; if it is forgotten, ask your administrator.',
    },
  },
  'sign-in-first': {
    status: 401,
    said: {
      zh: '请先登录。若刚才已登录，可能是闲置太久，请重新登录。',
      en: 'Please sign in. If you had, you were away for a while: sign in again.',
    },
  },
  'not-your-post': {
    status: 403,
    said: { zh: '您的岗位没有这项职责。', en: 'Your post does not carry this duty.' },
  },
  'change-password-first': {
    status: 403,
    said: { zh: '请先设置自己的新密码，再开始工作。', en: 'Set a new password of your own before starting work.' },
  },
  'add-factor-first': {
    status: 403,
    said: {
      zh: '您的岗位要有第二重验证。请先设置好，再开始工作。',
      en: 'Your post takes a second factor. Set it up before starting work.',
    },
  },
  'factor-demanded': {
    status: 409,
    said: {
      zh: '您的岗位要有第二重验证，最后一个不能去掉。请先添上另一个；手机或钥匙丢了，请找管理员和安全员一起重置。',
      en: 'Your post takes a second factor: the last one cannot be removed. Add another first; if yours is lost, an administrator and the security officer reset it.',
    },
  },
  'issuer-form': {
    status: 422,
    said: {
      zh: '地址要以https://开头，后面不带“?”“#”；照身份平台给的“issuer”抄。',
      en: 'The address begins with https:// and has no “?” or “#”: copy the provider’s “issuer”.',
    },
  },
  'issuer-silent': {
    status: 422,
    said: {
      zh: '这个地址没有应答，或者应答的不是它自己。请核对地址，确认本系统连得到它。',
      en: 'Nothing answers at this address, or not as itself. Check the address, and that this system can reach it.',
    },
  },
  'pass-first': {
    status: 401,
    said: {
      zh: '请先输入查询码和手机尾号（或姓名）。查看两小时后需要重新输入。',
      en: 'Enter your query code with the last digits of your phone, or your name, first. It lasts two hours.',
    },
  },
  'substitute-self': {
    status: 422,
    said: { zh: '不能自己代自己，请另选一位同事。', en: 'Nobody stands in for themselves: choose a colleague.' },
  },
  'substitute-body': {
    status: 422,
    said: { zh: '只能请本单位在职的同事代岗。', en: 'Only an officer of your own body can stand in.' },
  },
  'substitute-none': {
    status: 422,
    said: {
      zh: '系统管理、安全、审计和检举件专管岗位不能代；这个账号没有别的岗位。',
      en: 'Posts that administer, audit or keep sealed reports never pass to a substitute, and there is no other post.',
    },
  },
  'substitute-apart': {
    status: 422,
    said: {
      zh: '系统管理员、安全管理员、审计员不办信访件，不能代岗，请另选一位。',
      en: 'Those who administer, keep security or audit handle no case and stand in for nobody: choose another.',
    },
  },
  'substitute-past': {
    status: 422,
    said: { zh: '开始的日子不能早于今天。', en: 'It cannot begin before today.' },
  },
  'substitute-order': {
    status: 422,
    said: { zh: '最后一天不能早于第一天。', en: 'The last day cannot be before the first.' },
  },
  'substitute-long': {
    status: 422,
    said: {
      zh: '一次最多代60天；更久请改由别人任职。',
      en: 'At most 60 days at one time; for longer let somebody else hold the post.',
    },
  },
  'substitute-twice': {
    status: 422,
    said: {
      zh: '这段日子已经有人代岗，请先结束那一次。',
      en: 'Somebody stands in on these days already: end that first.',
    },
  },
  'no-substitute': {
    status: 404,
    said: { zh: '没有这次代岗，或者不由您结束。', en: 'There is no such substitution, or it is not yours to end.' },
  },
  'other-body-accounts': {
    status: 403,
    said: {
      zh: '只能查看本单位的工作人员名单。',
      en: 'You may see the staff of your own body only.',
    },
  },
  'old-password-wrong': {
    status: 422,
    said: { zh: '当前密码不对，请重新输入。', en: 'The present password is not right. Enter it again.' },
  },
  'password-too-short': {
    status: 422,
    said: {
      zh: '密码至少要 10 个字符。可以用一句只有自己知道的话。',
      en: 'A password needs at least 10 characters. A sentence only you know works well.',
    },
  },
  'password-too-long': {
    status: 422,
    said: { zh: '密码最多 128 个字符，请缩短。', en: 'A password may have at most 128 characters. Shorten it.' },
  },
  'password-holds-login': {
    status: 422,
    said: {
      zh: '密码里不能含有用户名，请换一个。',
      en: 'A password may not contain the user name. Choose another.',
    },
  },
  'password-common': {
    status: 422,
    said: {
      zh: '这个密码太常见，容易被猜到，请换一个。',
      en: 'This password is too common and easily guessed. Choose another.',
    },
  },
  'password-unchanged': {
    status: 422,
    said: { zh: '新密码和当前密码一样，请换一个。', en: 'The new password is the present one. Choose another.' },
  },
  'code-wrong': {
    status: 401,
    said: {
      zh: '验证码不对或者已经用过。请看手机上最新的6位数，等它变了再输。',
      en: 'The code is wrong or was used. Look at the newest six digits on your telephone; wait for the next.',
    },
  },
  'ticket-over': {
    status: 401,
    said: { zh: '等得久了，请从用户名和密码重新开始。', en: 'That took too long. Begin again with name and password.' },
  },
  'factor-there': {
    status: 409,
    said: { zh: '已经有第二重验证，要换请先关掉。', en: 'There is a second factor already. Remove it first.' },
  },
  'passkey-needs-host': {
    status: 409,
    said: {
      zh: '在这个网址不能用通行密钥：要用有域名的 https 网址（或 localhost）打开，不能用数字 IP。请问系统管理员。',
      en: 'Passkeys do not work at this address: they need a host name with https (or localhost), not an IP address in numbers. Ask your administrator.',
    },
  },
  'passkey-elsewhere': {
    status: 409,
    said: {
      zh: '这个账号在这个网址没有通行密钥。请用当初添加它的网址打开，或者用别的验证方式。',
      en: 'This account has no passkey for this address. Open the address it was added at, or use another way.',
    },
  },
  'passkey-wrong': {
    status: 401,
    said: {
      zh: '这次通行密钥没有验证成功，请再试一次。',
      en: 'The passkey could not be confirmed. Try again.',
    },
  },
  'passkey-over': {
    status: 401,
    said: {
      zh: '这一次已经用过或者等得久了，请再点一次。',
      en: 'This attempt was used already or took too long. Press the button again.',
    },
  },
  'passkey-there': {
    status: 409,
    said: { zh: '这把通行密钥已经添加过了。', en: 'This passkey was added already.' },
  },
  'passkeys-many': {
    status: 409,
    said: {
      zh: '一个账号最多10把通行密钥，请先去掉不用的。',
      en: 'An account has at most 10 passkeys. Remove one you no longer use.',
    },
  },
  'no-passkey': {
    status: 404,
    said: { zh: '您没有这把通行密钥。', en: 'You have no such passkey.' },
  },
  'no-account': {
    status: 404,
    said: { zh: '没有这个账号，或者不归您管。', en: 'There is no such account, or it is not yours to administer.' },
  },
  'account-ended': {
    status: 409,
    said: { zh: '这个账号已经停用。', en: 'This account has ended.' },
  },
  'own-account': {
    status: 409,
    said: { zh: '自己的账号要由别的管理员来办。', en: 'Another administrator must do this for your own account.' },
  },
  'no-role': {
    status: 422,
    said: { zh: '至少选一个岗位。', en: 'Choose a post at least.' },
  },
  'roles-apart': {
    status: 422,
    said: {
      zh: '系统管理员、安全员、审计员要分开，也不能兼办件的岗位。',
      en: 'Administrator, security officer and auditor are three people, and none of them works with cases.',
    },
  },
  'login-form': {
    status: 422,
    said: {
      zh: '用户名用3到32个小写字母、数字、点、横线，以字母开头。',
      en: 'A user name has 3 to 32 small letters, digits, dots and dashes, and begins with a letter.',
    },
  },
  'login-taken': {
    status: 409,
    said: { zh: '这个用户名已经有人用了，请换一个。', en: 'This user name is taken. Choose another.' },
  },
  'last-of-post': {
    status: 409,
    said: {
      zh: '这是最后一个能管账号的人，请先给别人开通再停用。',
      en: 'Nobody else could administer accounts then. Give the post to another first.',
    },
  },
  'order-waits': {
    status: 409,
    said: { zh: '已经提过，在等安全员确认。', en: 'It was asked for already and waits for the security officer.' },
  },
  'no-order': {
    status: 404,
    said: { zh: '没有等您确认的这一项。', en: 'Nothing of this kind waits for you.' },
  },
  'second-person': {
    status: 403,
    said: {
      zh: '要由安全员确认，提出的人和本人都不能确认。',
      en: 'The security officer confirms it: neither who asked nor whom it is about.',
    },
  },
} as const satisfies Record<string, { readonly status: number; readonly said: Sentence }>;
export type AccountRefusal = keyof typeof ACCOUNT_TEXTS;

/** Whoever leaves has nothing in hand that nobody else has. */
export function sayInHand(count: number): Sentence {
  return {
    zh: `手上还有${count}件，请先由单位负责人换承办人，再停用。`,
    en: `${count} are still in hand. Let the head name another handler for each first.`,
  };
}

/** A wait is told with its length, rounded up to whole seconds. */
export function sayWait(seconds: number): Sentence {
  return {
    zh: `连续输错多次，请等 ${seconds} 秒再试。`,
    en: `Wrong several times in a row. Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'} and try again.`,
  };
}
