/** The words of giving files. */
export const FILE_FIELD_TEXTS = {
  choose: { zh: '选文件', en: 'Choose files' },
  sending: { zh: '正在上传', en: 'Uploading' },
  remove: (name: string) => ({ zh: `去掉${name}`, en: `Remove ${name}` }),
  drop: { zh: '去掉', en: 'Remove' },
  refused: { zh: '没有收下', en: 'Not taken' },
  size: (kb: number) => ({ zh: `${kb} KB`, en: `${kb} KB` }),
};
