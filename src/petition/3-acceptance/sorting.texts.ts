import type { Route } from '../../domain/vocabulary.ts';
import type { Sentence } from '../../platform/http/route.contract.ts';

interface Asked {
  readonly ask: Sentence;
  readonly help: Sentence;
  /** Where the question stands in the law; reads with findCitation. */
  readonly citations: readonly string[];
}

const YES: Sentence = { zh: '是', en: 'Yes' };
const NO: Sentence = { zh: '不是', en: 'No' };
export const YES_NO_LABELS = { yes: YES, no: NO } as const;

export const PURPOSE_CLASS_LABELS = {
  suggestion: {
    zh: '反映情况、提建议、提意见，不要求解决自己的事',
    en: 'Tells of something or suggests; asks nothing for itself',
  },
  report: {
    zh: '检举、控告工作人员或者单位违纪、违法',
    en: 'Reports an official or a unit for breach of discipline or law',
  },
  claim: {
    zh: '有具体的请求，要求解决、纠正或者给个说法',
    en: 'Asks for something definite: to be settled, corrected or answered',
  },
} as const satisfies Record<string, Sentence>;

/** The questions in the order of 条例 29, 30, 31(1)-(6). */
export const SORTING_QUESTIONS = {
  purpose: {
    ask: { zh: '信访人要的是什么？', en: 'What does the petitioner want?' },
    help: {
      zh: '看请求，不看标题。一封信里有几件事的，先拆开，一件一件判断；检举和求决混在一起的，求决那件不能带着检举内容往下转。',
      en: 'Read the requests, not the title. A letter with several matters is split first and each sorted by itself; a claim mixed with a report goes on without the accusing words.',
    },
    citations: ['regulation:29', 'regulation:30', 'regulation:31'],
  },
  justice: {
    ask: {
      zh: '是不是应当由法院、检察院、公安机关的法律程序处理？',
      en: 'Is it for the procedures of court, procuratorate or police?',
    },
    help: {
      zh: '例如已经起诉或者判决的、不服判决的、要求立案侦查的、民事权利纠纷只能由法院裁判的。政法机关已经依法终结并书面告知的，不走这里，用“不予受理”并写明去处。',
      en: 'Such as what is or was before a court, disagrees with a judgment, asks for a criminal case, or is a private dispute only a court can judge. What the justice bodies have lawfully concluded in writing is not led there again; decline it and say where to turn.',
    },
    citations: ['regulation:31(1)', 'regulation:28¶2'],
  },
  'justice-kind': {
    ask: { zh: '是哪一种程序？', en: 'Which procedure?' },
    help: {
      zh: '不知道选哪种时，看对方是谁：个人、公司是民事，行政机关的决定是行政，犯罪线索是刑事。',
      en: 'If in doubt look at the other side: a person or company is civil, a decision of an authority administrative, a crime criminal.',
    },
    citations: ['regulation:31(1)'],
  },
  arbitration: {
    ask: { zh: '是不是应当通过仲裁解决？', en: 'Should it be settled by arbitration?' },
    help: {
      zh: '劳动、人事争议必须先仲裁；农村土地承包纠纷可以仲裁，也可以直接起诉；合同里写了仲裁的，按合同。工资拖欠要求监察部门查处的，是第（五）项，不是这里。',
      en: 'Labour and personnel disputes must go to arbitration first; rural land contracts may, or may go to court; contracts with an arbitration clause follow it. A request that the labour inspectorate act on unpaid wages is item (5), not this.',
    },
    citations: ['regulation:31(2)', 'labour-arbitration:27'],
  },
  'arbitration-kind': {
    ask: { zh: '是哪一种仲裁？', en: 'Which arbitration?' },
    help: {
      zh: '三种仲裁的机构和期限都不一样，写错了信访人会白跑，还可能过期。',
      en: 'Each has its own body and time limit; a wrong one costs the petitioner the trip, and perhaps the right.',
    },
    citations: ['regulation:31(2)'],
  },
  party: {
    ask: {
      zh: '是不是可以通过党员申诉、申请复审等解决？',
      en: 'Can it be settled by a party member’s appeal, a re-examination or the like?',
    },
    help: {
      zh: '党员不服党纪处分，监察对象不服监察机关的处理决定。检举别人的不是这里，回到第一题选检举控告。',
      en: 'A party member against a disciplinary decision, or somebody against a decision of the supervision commission. Reporting others is not this: go back to the first question.',
    },
    citations: ['regulation:31(3)'],
  },
  'party-kind': {
    ask: { zh: '是哪一种？', en: 'Which one?' },
    help: { zh: '看原来的决定是谁作出的。', en: 'See who made the decision.' },
    citations: ['regulation:31(3)'],
  },
  administrative: {
    ask: {
      zh: '是不是可以通过行政复议、裁决、确认、许可、处罚等行政程序解决？',
      en: 'Can it be settled by reconsideration, ruling, confirmation, licence, penalty or another administrative procedure?',
    },
    help: {
      zh: '不服行政机关对自己作出的决定（处罚、强制、征收补偿、不予许可、信息公开答复等）一般是行政复议；申请办证、登记、认定的，是那个程序。',
      en: 'Against a decision made on oneself (penalty, coercion, expropriation, refusal of a licence, disclosure) it is as a rule reconsideration; asking for a licence, registration or finding is that procedure.',
    },
    citations: ['regulation:31(4)', 'reconsideration:20'],
  },
  'administrative-kind': {
    ask: { zh: '是哪一种程序？', en: 'Which procedure?' },
    help: {
      zh: '行政复议从知道决定那天起只有六十日，先问清是哪一天知道的。',
      en: 'Reconsideration has only sixty days from knowing of the act: ask first when that was.',
    },
    citations: ['regulation:31(4)', 'reconsideration:20'],
  },
  own: {
    ask: {
      zh: '这个程序是不是就归办这件事的单位自己主管？',
      en: 'Is the body that has the matter itself competent for that procedure?',
    },
    help: {
      zh: '是的话，由它直接启动这个程序，不要让信访人再跑一趟。',
      en: 'If so it starts the procedure itself and does not send the petitioner away.',
    },
    citations: ['regulation:31(4)', 'regulation:28¶1'],
  },
  duty: {
    ask: {
      zh: '是不是请求查处违法行为，或者请求履行保护人身权、财产权等合法权益的职责？',
      en: 'Does it ask to act on an illegal act, or to perform the duty of protecting person, property or other lawful rights?',
    },
    help: {
      zh: '例如举报违法建设、要求查处拖欠工资、噪声、食品安全，要求制止正在发生的侵害。要求的是机关动手管，而不是改正机关自己的决定。',
      en: 'Such as illegal building, unpaid wages, noise, food safety, harm going on now. It asks the authority to act, not to correct its own decision.',
    },
    citations: ['regulation:31(5)', 'administrative-litigation:47'],
  },
} as const satisfies Record<string, Asked>;

export type QuestionId = keyof typeof SORTING_QUESTIONS;

interface RouteFacts {
  readonly article: string;
  readonly reason: Sentence;
  readonly clock: Sentence;
  readonly remedy: Sentence;
}

const THAT_PROCEDURE: Sentence = {
  zh: '按那个程序自己的救济途径，没有信访的复查、复核。',
  en: 'The remedies of that procedure; no petition review or re-review.',
};
const ITS_CLOCK: Sentence = {
  zh: '15日内书面告知途径（条例23）；以后按那个程序的期限，没有60日。',
  en: 'Told in writing within 15 days (art. 23); then the periods of that procedure, not the 60 days.',
};

export const ROUTE_FACTS = {
  '29': {
    article: 'regulation:29',
    reason: {
      zh: '没有要求解决自己的事，是建议意见：研究论证，合理可行的采纳，并且回复。',
      en: 'It asks nothing for itself, so it is a suggestion: studied, adopted where sound and feasible, and replied to.',
    },
    clock: {
      zh: '条例没有规定办结期限，按本地的服务目标。',
      en: 'The Regulation sets no period; the local service target applies.',
    },
    remedy: { zh: '没有复查、复核；可以再提。', en: 'No review or re-review; it may be put forward again.' },
  },
  '30': {
    article: 'regulation:30',
    reason: {
      zh: '是检举控告：按干部管理权限转纪检监察机关或者有权处理的机关。材料和有关情况不得透露、转给被检举控告的人和单位，也不能转给它下面的单位。',
      en: 'It is a report of wrongdoing: it goes by cadre-management authority to discipline inspection or the competent body. The material and anything about it never go to the person or unit reported, nor to what is under it.',
    },
    clock: {
      zh: '按纪检监察机关自己的规定，没有60日。',
      en: 'The rules of discipline inspection and supervision; not the 60 days.',
    },
    remedy: { zh: '按纪检监察机关的规定，没有复查、复核。', en: 'By those rules; no review or re-review.' },
  },
  '31(1)': {
    article: 'regulation:31(1)',
    reason: {
      zh: '应当由法院、检察院或者公安机关的法律程序处理，还没有依法终结。',
      en: 'It is for the procedure of court, procuratorate or police and is not lawfully concluded.',
    },
    clock: ITS_CLOCK,
    remedy: THAT_PROCEDURE,
  },
  '31(2)': {
    article: 'regulation:31(2)',
    reason: { zh: '应当通过仲裁解决，导入仲裁程序。', en: 'It should be settled by arbitration and is led there.' },
    clock: ITS_CLOCK,
    remedy: THAT_PROCEDURE,
  },
  '31(3)': {
    article: 'regulation:31(3)',
    reason: {
      zh: '可以通过党员申诉、申请复审等解决，导入那个程序。',
      en: 'It can be settled by a party member’s appeal, a re-examination or the like and is led there.',
    },
    clock: ITS_CLOCK,
    remedy: THAT_PROCEDURE,
  },
  '31(4)': {
    article: 'regulation:31(4)',
    reason: {
      zh: '可以通过行政程序解决，导入那个程序。',
      en: 'It can be settled by an administrative procedure and is led there.',
    },
    clock: ITS_CLOCK,
    remedy: THAT_PROCEDURE,
  },
  '31(5)': {
    article: 'regulation:31(5)',
    reason: {
      zh: '请求查处违法行为或者履行保护职责：依法履行或者答复。',
      en: 'It asks to act on an illegal act or to perform a duty of protection: the duty is performed, or the request answered, by law.',
    },
    clock: {
      zh: '专门规定有期限的按专门规定；没有的，自收到申请之日起两个月（《行政诉讼法》第四十七条）；正在发生、情况紧急的立即履行。',
      en: 'Where a special rule sets a period, that one; otherwise two months from receiving the application (Administrative Litigation Law, art. 47); at once where it is urgent.',
    },
    remedy: {
      zh: '对履职情况不服，申请行政复议或者提起行政诉讼，不走复查、复核。',
      en: 'Reconsideration or suit; not review or re-review.',
    },
  },
  '31(6)': {
    article: 'regulation:31(6)',
    reason: {
      zh: '前面五项都不是，走信访程序：听取陈述、调查核实，出具信访处理意见书；重大、复杂、疑难的可以听证。',
      en: 'None of the five before it, so the petition procedure: hear, investigate, issue a written opinion; a hearing may be held if it is major, complex or hard.',
    },
    clock: {
      zh: '自受理之日起60日内办结；情况复杂的，负责人批准可以延长，总共不超过30日，并告知理由（条例34）。',
      en: 'Within 60 days of acceptance; the head may extend a complex one by 30 days in all, telling the reasons (art. 34).',
    },
    remedy: {
      zh: '收到意见书30日内申请复查，对复查意见不服再30日内申请复核（条例35、36）。',
      en: 'Review within 30 days of receiving the opinion, then re-review within 30 days (arts 35, 36).',
    },
  },
} as const satisfies Record<Route, RouteFacts>;

/** 31(4) where the organ itself is competent. */
export const OWN_PROCEDURE = {
  reason: {
    zh: '可以通过行政程序解决，而且这个程序就归本单位主管：本单位直接启动，不让信访人再跑。',
    en: 'It can be settled by an administrative procedure for which this body is itself competent: it starts it, and does not send the petitioner away.',
  },
  body: {
    zh: '我单位（已经按这个程序办理，您不用再去别处）',
    en: 'this body (it has started the procedure; nobody has to go elsewhere)',
  },
} as const satisfies Record<string, Sentence>;
