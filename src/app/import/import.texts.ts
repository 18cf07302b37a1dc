import type { Said } from '../../domain/refusals.ts';

/** Sentences of `./huiying import`. */
export const importTexts = {
  tooLong: {
    zh: '这一行超过1 MB，请检查文件是否每行一个对象',
    en: 'the line is longer than 1 MB; check that the file has one object a line',
  },
  notUtf8: {
    zh: '这一行不是 UTF-8 文字，请先把文件转成 UTF-8',
    en: 'the line is not UTF-8; convert the file to UTF-8 first',
  },
  notJson: { zh: '这一行不是有效的 JSON', en: 'the line is not valid JSON' },
  different: (number: string): Said => ({
    zh: `同一来源编号已登记为 ${number}，内容不同，没有改动`,
    en: `the same id is registered as ${number} with other content; nothing was changed`,
  }),
  refused: (line: number, why: string): Said => ({
    zh: `第 ${line} 行未登记：${why}`,
    en: `line ${line} refused: ${why}`,
  }),
  moreRefused: (count: number): Said => ({
    zh: `还有 ${count} 行未登记；加 --report FILE 可得到每一行的结果`,
    en: `${count} more lines were refused; with --report FILE each line has its result`,
  }),
  progress: (rows: number, registered: number, perSecond: number): Said => ({
    zh: `已读 ${rows} 行，登记 ${registered} 件，每秒 ${perSecond} 行`,
    en: `${rows} lines read, ${registered} registered, ${perSecond} lines/s`,
  }),
  done: (rows: number, seconds: string, perSecond: number): Said => ({
    zh: `共 ${rows} 行，用时 ${seconds} 秒，每秒 ${perSecond} 行`,
    en: `${rows} lines in ${seconds} s, ${perSecond} lines/s`,
  }),
  notTaken: (columns: string): Said => ({
    zh: `不取用的列：${columns}`,
    en: `columns that are not taken: ${columns}`,
  }),
  usage: {
    zh: '用法：./huiying import FILE --as replies|hotline [--report FILE] [--body ID] [--source 名称] [--json]',
    en: 'Usage: ./huiying import FILE --as replies|hotline [--report FILE] [--body ID] [--source NAME] [--json]',
  },
  unread: (file: string, why: string): Said => ({
    zh: `无法读取 ${file}，请检查路径：${why}`,
    en: `${file} cannot be read; check the path: ${why}`,
  }),
  unwritable: (file: string, why: string): Said => ({
    zh: `无法写入 ${file}：${why}`,
    en: `${file} cannot be written: ${why}`,
  }),
  noBody: (id: string): Said => ({
    zh: `没有单位 ${id}。请用 --body 写一个已有单位的编号`,
    en: `There is no body ${id}. Name an existing one with --body`,
  }),
  source: {
    zh: '来源名称要是1至50个字母、数字、“-”、“_”或“.”',
    en: 'A source is named with 1 to 50 letters, digits, “-”, “_” or “.”',
  },
  noneTaken: {
    zh: '没有一行能登记。请检查 --as 是否与文件格式相符',
    en: 'No line could be registered. Check that --as fits the file',
  },
} as const;
