/** What an error page adds to the sentence of the error itself: where to go from here. */
export const ERROR_TEXTS = {
  zh: {
    notFound: '这一页找不到',
    busy: '现在人很多，请等几秒',
    fault: '我们这里出了问题',
    refused: '这一步没有办成',
    kept: '写过的、存好的都还在。',
    home: '回到首页',
    draft: '接着写没写完的',
    follow: '去“查询评价”',
    call: '也可以打电话：',
    number: '编号（打电话时报它，查得快）：',
  },
  en: {
    notFound: 'This page is not here',
    busy: 'Very busy just now; wait a few seconds',
    fault: 'Something went wrong on our side',
    refused: 'This step did not work',
    kept: 'Everything you saved is still there.',
    home: 'To the start page',
    draft: 'Go on with what you were writing',
    follow: 'Follow and rate',
    call: 'Or call: ',
    number: 'Number (say it when you call): ',
  },
} as const;
