/** The words that every page of the workbench may need. */
export const PAGE_TEXTS = {
  product: { zh: '回应', en: 'Huiying' },
  waiting: { zh: '正在取内容', en: 'Fetching' },
  notRead: { zh: '没有取到', en: 'This could not be fetched' },
  notDone: { zh: '没有办成', en: 'This was not done' },
  fault: {
    zh: '页面出了差错，写下的内容没有发出。请重新打开本页；若还这样，请告诉系统管理员。',
    en: 'The page went wrong and nothing was sent. Open it again; if it stays so, tell your administrator.',
  },
  close: { zh: '关闭', en: 'Close' },
  again: { zh: '再试一次', en: 'Try again' },
  mendThese: (count: number) => ({ zh: `有 ${count} 处要改`, en: `${count} things to mend` }),
  requestId: (id: string) => ({ zh: `报给管理员时请附编号 ${id}`, en: `When reporting it, give number ${id}` }),
};
