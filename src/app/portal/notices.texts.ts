import { NOTICES_EN } from './notices-en.texts.ts';
import { NOTICES_ZH } from './notices-zh.texts.ts';

export const NOTICE_TEXTS = { zh: NOTICES_ZH, en: NOTICES_EN };
export type NoticeName = 'guide' | 'privacy' | 'access' | 'help';
