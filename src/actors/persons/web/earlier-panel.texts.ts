/** The words of what the same person raised before. */
export const EARLIER_PANEL_TEXTS = {
  title: { zh: '同一人以前的事项', en: 'Earlier matters of this person' },
  logged: { zh: '每次比对都留痕', en: 'each comparison is logged' },
  tooLittle: {
    zh: '姓名加上电话或者地址，或者有证件号，才能比对是不是同一人；只有姓名不算。',
    en: 'A name with a phone or an address, or a document number, is needed to tell whether it is the same person; a name alone is not.',
  },
  cannot: {
    zh: '匿名，或者没有留下电话、地址、证件号，比对不了是不是同一人。',
    en: 'Anonymous, or without phone, address or document number: nobody can be compared.',
  },
  none: {
    zh: '没有这个人以前的信访件，可以按初次登记。换过电话、地址的，比对不出来，请再问一句。',
    en: 'Nothing earlier of this person; it may be registered as the first. A changed phone or address cannot be told; ask once more.',
  },
  alike: (share: number) => ({ zh: `与这一件文字相近 ${share}%`, en: `${share}% like this one in words` }),
  noMatters: { zh: '还没有登记事项', en: 'No matter registered yet' },
  held: (who: string, since: string) => ({ zh: `${who}，${since}起`, en: `${who}, since ${since}` }),
  elsewhere: { zh: '辖区外', en: 'elsewhere' },
  outside: {
    zh: '“辖区外”的不归您看，很可能是同一事项，只告诉编号、单位、时间和状态。',
    en: '“Elsewhere” is not yours to read and likely the same matter; only number, body, day and state are told.',
  },
  ask: { zh: '比对', en: 'Compare' },
  same: { zh: '是同一事项', en: 'Same matter' },
  sameOf: (number: string) => ({ zh: `${number} 与这一件是同一事项`, en: `Same matter as this one: ${number}` }),
  older: { zh: '看更早的', en: 'Show older ones' },
  scopes: { zh: '按同一事项，这一件：', en: 'Being the same matter, this one is:' },
  nation: { zh: '全国初次', en: 'the first anywhere' },
  body: { zh: '本机构初次', en: 'the first with this body' },
  addressee: { zh: '受信人初次', en: 'the first to this addressee' },
  channel: { zh: '全国信访形式初次', en: 'the first anywhere by this channel' },
  bodyChannel: { zh: '登记机构信访形式初次', en: 'the first with this body by this channel' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '不是', en: 'no' },
  decides: {
    zh: '相近多少只供参考，是不是同一事项由人看了再定。',
    en: 'Likeness is only a help; whether it is the same matter is for a person to read and say.',
  },
} as const;
