/** A sentence for the person who runs the machine, in each language of the product. */
export type OperatorWords = { readonly zh: string; readonly en: string };

/**
 * Picks the sentence in the operator's language: `HUIYING_LANG`, else the usual locale variables; English where none
 * of them names Chinese, since a bare server console often cannot show Chinese characters.
 */
export function inOperatorLanguage(words: OperatorWords, env: NodeJS.ProcessEnv = process.env): string {
  const locale = env.HUIYING_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.toLowerCase().startsWith('zh') ? words.zh : words.en;
}
