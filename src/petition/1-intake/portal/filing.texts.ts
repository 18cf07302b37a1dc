import { FILING_EN } from './filing-en.texts.ts';
import { FILING_ZH } from './filing-zh.texts.ts';

export type { FilingWords } from './filing-zh.texts.ts';

export const FILING_TEXTS = { zh: FILING_ZH, en: FILING_EN };
