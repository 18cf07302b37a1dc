/** The languages of the interface; a third is added by a third key in every texts file. */
export type Lang = 'zh' | 'en';

export const LANG_TAGS = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Lang, string>;

/** A sentence in every language of the interface. */
export interface Worded {
  readonly zh: string;
  readonly en: string;
}
