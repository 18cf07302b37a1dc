/** The words of passkeys: one's own, and signing in with one. */
export const PASSKEY_TEXTS = {
  title: { zh: '通行密钥', en: 'Passkeys' },
  codes: { zh: '手机验证码', en: 'Codes of a telephone' },
  what: {
    zh: '通行密钥存在您的电脑、手机或者安全钥匙里，用指纹、面容或者开机密码确认，不用输数字，别人骗不走。',
    en: 'A passkey is kept in your computer, telephone or security key and confirmed by fingerprint, face or PIN: no digits to type, and nobody can talk you out of it.',
  },
  label: { zh: '起个名字', en: 'A name for it' },
  labelHint: { zh: '以后认得出是哪一把，如“办公室电脑”', en: 'So that you know it later, such as “office computer”' },
  needLabel: { zh: '请起个名字', en: 'Give it a name' },
  add: { zh: '添加通行密钥', en: 'Add a passkey' },
  added: { zh: '通行密钥已添加', en: 'The passkey was added' },
  removed: { zh: '通行密钥已去掉', en: 'The passkey was removed' },
  remove: { zh: '去掉', en: 'Remove' },
  removeNamed: (label: string) => ({ zh: `去掉“${label}”`, en: `Remove “${label}”` }),
  removeWhy: (label: string) => ({
    zh: `去掉“${label}”以后，不能再用它登录。请输密码确认。`,
    en: `Once “${label}” is removed it no longer signs you in. Enter your password to confirm.`,
  }),
  needPassword: { zh: '请填写密码', en: 'Enter your password' },
  keep: { zh: '不去掉了', en: 'Keep it' },
  madeAt: (moment: string) => ({ zh: `${moment}添加`, en: `added ${moment}` }),
  usedAt: (moment: string) => ({ zh: `最近用过 ${moment}`, en: `last used ${moment}` }),
  neverUsed: { zh: '还没用过', en: 'not used yet' },
  worksAt: (host: string) => ({ zh: `用于 ${host}`, en: `for ${host}` }),
  notHere: {
    zh: '在这个网址不能添加通行密钥：要用有域名的 https 网址打开。请问系统管理员。',
    en: 'No passkey can be added at this address: it needs a host name with https. Ask your administrator.',
  },
  alsoCodes: { zh: '也设置手机验证码', en: 'Set up codes of a telephone as well' },
  signIn: { zh: '用通行密钥登录', en: 'Sign in with a passkey' },
  or: { zh: '或者：', en: 'Or:' },
  passkeyStep: { zh: '密码对了，请再用通行密钥确认。', en: 'The password is right. Now your passkey.' },
  eitherStep: {
    zh: '密码对了，请再用通行密钥确认，或者输验证码。',
    en: 'The password is right. Now your passkey, or a code.',
  },
  noStep: {
    zh: '密码对了，但您的通行密钥在这里用不了。请用当初添加它的网址和浏览器打开；还不行，请管理员和安全员一起重置。',
    en: 'The password is right, but your passkeys do not work here. Open the address they were added at, in that browser; if that fails, an administrator and the security officer reset them.',
  },
  signOut: { zh: '退出登录', en: 'Sign out' },
  signOutFailed: { zh: '没有退出成功，请再试一次。', en: 'You are still signed in. Try again.' },
};

/** What a browser may say instead of a passkey. */
export const PASSKEY_TROUBLES = {
  unsupported: {
    zh: '这个浏览器不能用通行密钥。请换新一点的浏览器，并用 https 网址打开。',
    en: 'This browser has no passkeys. Use a newer one, and open the address with https.',
  },
  cancelled: {
    zh: '没有完成：取消了、等得久了，或者这台设备上没有能用的通行密钥。可以再试一次。',
    en: 'Not done: it was cancelled, took too long, or this device has no passkey that fits. You can try again.',
  },
  there: {
    zh: '这台设备上已经有这个账号的通行密钥，不用再添加。',
    en: 'This device holds a passkey of this account already: there is no need for another.',
  },
  elsewhere: {
    zh: '现在打开的网址不是单位登记的网址，浏览器不让用通行密钥。请用登记的网址打开。',
    en: 'This is not the address the installation is known by, so the browser allows no passkey. Open that address.',
  },
  unfit: {
    zh: '这台设备做不了这种通行密钥，请换一台设备或者安全钥匙。',
    en: 'This device cannot make such a passkey. Use another device or a security key.',
  },
  failed: {
    zh: '设备没有给出通行密钥，请再试一次，或者换一台设备。',
    en: 'The device gave no passkey. Try again, or use another device.',
  },
};
export type PasskeyTrouble = keyof typeof PASSKEY_TROUBLES;
