/** The words of the key line and of the list of keys. */
export const KEYS_TEXTS = {
  all: { zh: '全部快捷键', en: 'All keys' },
  single: { zh: '使用单键快捷键', en: 'Single keys act' },
  singleWhy: {
    zh: '用语音输入或常误触键盘时，可以在这里关掉；鼠标和 Tab 键照常可用。',
    en: 'Switch them off if you dictate or often hit keys by chance; mouse and Tab work as before.',
  },
};
