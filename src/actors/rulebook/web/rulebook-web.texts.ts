/** The words of choosing a category. */
export const RULEBOOK_WEB_TEXTS = {
  choose: { zh: '选大类', en: 'Choose a group' },
  notNarrower: { zh: '不再细分', en: 'No narrower' },
  second: (label: string) => ({ zh: `${label}，小类`, en: `${label}, narrower` }),
};
