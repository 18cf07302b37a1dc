/** The words of signing in and of one's own password. */
export const SIGN_IN_TEXTS = {
  product: { zh: '回应', en: 'Huiying' },
  motto: { zh: '民有所呼，我有所应', en: 'What people ask, we answer' },
  title: { zh: '登录工作台', en: 'Sign in to the workbench' },
  again: { zh: '请重新登录', en: 'Please sign in again' },
  againWhy: {
    zh: '您离开有一会儿了。登录后回到原处，写下的内容都还在。',
    en: 'You were away for a while. Sign in to go on where you were; what you wrote is still here.',
  },
  login: { zh: '用户名', en: 'User name' },
  password: { zh: '密码', en: 'Password' },
  enter: { zh: '登录', en: 'Sign in' },
  needLogin: { zh: '请填写用户名', en: 'Enter your user name' },
  needPassword: { zh: '请填写密码', en: 'Enter your password' },
  forgotten: {
    zh: '忘记密码，请找本单位的系统管理员重设。',
    en: 'If you forgot your password, ask the administrator of your body to set a new one.',
  },
  toPortal: { zh: '我是群众，去反映诉求', en: 'I want to raise something as a citizen' },
  otherLanguage: { zh: 'English', en: '中文' },
  hello: (name: string) => ({ zh: `${name}，您好`, en: `Welcome, ${name}` }),
  firstPassword: { zh: '先设置自己的密码', en: 'First set a password of your own' },
  firstWhy: {
    zh: '现在的密码是别人给您的。换成只有您知道的，再开始工作。',
    en: 'Somebody else gave you the present password. Choose one that only you know, then start work.',
  },
  current: { zh: '现在的密码', en: 'Present password' },
  newPassword: { zh: '新密码', en: 'New password' },
  onceMore: { zh: '新密码再输一次', en: 'New password once more' },
  passwordRule: {
    zh: '至少 10 个字符。可以用一句只有自己知道的话；不能含用户名。',
    en: 'At least 10 characters. A sentence only you know works well; your user name may not be part of it.',
  },
  needCurrent: { zh: '请填写现在的密码', en: 'Enter your present password' },
  needNew: { zh: '请填写新密码', en: 'Enter a new password' },
  notSame: { zh: '两次输入的新密码不一样，请重新输入', en: 'The two new passwords differ; enter them again' },
  change: { zh: '换成新密码', en: 'Change the password' },
};
