import type { Route } from '../../domain/vocabulary.ts';
import type { Sentence } from '../../platform/http/route.contract.ts';
import type { LED_ROUTES } from './acceptance.rules.ts';

/** What the notice of a legal procedure says of it, in both languages. */
export interface ProcedureFacts {
  readonly route: (typeof LED_ROUTES)[number];
  readonly name: Sentence;
  /** The kind of body; the officer writes which one, with its address. */
  readonly body: Sentence;
  /** The general rule with the law it stands in; special rules go before it. */
  readonly limit: Sentence;
  readonly materials: Sentence;
}

const CASE_PAPERS: Sentence = {
  zh: '起诉状、身份证明、有关证据，对方的姓名或者名称、住址和电话',
  en: 'statement of claim, proof of identity, evidence, name, address and telephone of the other side',
};

/**
 * The legal procedures a matter may be led into: which body, by when, with which papers. The one source of these facts, for
 * the guide that finds the route and for the notice (law.md §1.5).
 */
export const PROCEDURE_FACTS = {
  'civil-suit': {
    route: '31(1)',
    name: { zh: '民事诉讼', en: 'Civil suit' },
    body: {
      zh: '有管辖权的人民法院（一般是被告住所地的，不动产纠纷是房屋土地所在地的）',
      en: 'the court with jurisdiction (as a rule where the defendant lives; for land and buildings, where they lie)',
    },
    limit: {
      zh: '一般自知道权利受到损害和对方是谁之日起三年内（《民法典》第一百八十八条）',
      en: 'as a rule within three years of knowing of the harm and who did it (Civil Code, art. 188)',
    },
    materials: CASE_PAPERS,
  },
  'administrative-suit': {
    route: '31(1)',
    name: { zh: '行政诉讼', en: 'Administrative suit' },
    body: {
      zh: '有管辖权的人民法院（一般是作出行政行为的机关所在地的）',
      en: 'the court with jurisdiction (as a rule where the authority that acted is)',
    },
    limit: {
      zh: '自知道行政行为之日起六个月内；不服行政复议决定的，自收到决定书之日起十五日内（《行政诉讼法》第四十五、四十六条）',
      en: 'within six months of knowing of the act; against a reconsideration decision, within fifteen days of receiving it (Administrative Litigation Law, arts 45, 46)',
    },
    materials: {
      zh: '起诉状、身份证明、行政行为的文书或者其他证明、有关证据',
      en: 'statement of claim, proof of identity, the paper of the act or other proof of it, evidence',
    },
  },
  retrial: {
    route: '31(1)',
    name: { zh: '申请再审或者检察监督', en: 'Retrial, or supervision by the procuratorate' },
    body: {
      zh: '作出生效裁判的上一级人民法院；法院驳回再审申请以后，同级人民检察院',
      en: 'the court above the one whose judgment is final; once it has refused retrial, the procuratorate of the same level',
    },
    limit: {
      zh: '申请再审，一般自裁判生效之日起六个月内（《民事诉讼法》第二百一十六条）；申请检察监督按检察机关的规定',
      en: 'retrial: as a rule within six months of the judgment taking effect (Civil Procedure Law, art. 216); supervision: by the rules of the procuratorate',
    },
    materials: {
      zh: '再审申请书或者监督申请书、身份证明、原来的裁判文书、有关证据',
      en: 'application, proof of identity, the judgments, evidence',
    },
  },
  criminal: {
    route: '31(1)',
    name: { zh: '公安、检察机关的刑事程序', en: 'Criminal procedure of police and procuratorate' },
    body: {
      zh: '有管辖权的公安机关；公安机关不立案的，同级人民检察院（立案监督）',
      en: 'the police with jurisdiction; where they open no case, the procuratorate of the same level',
    },
    limit: {
      zh: '尽早报案；收到不予立案通知书的，按通知书写明的期限申请复议，也可以申请检察机关监督',
      en: 'report early; against a notice that no case is opened, within the time named in it, or apply to the procuratorate',
    },
    materials: {
      zh: '报案材料、身份证明、线索和证据，已有的受案、立案或者不立案文书',
      en: 'what happened in writing, proof of identity, leads and evidence, any papers of the police so far',
    },
  },
  labour: {
    route: '31(2)',
    name: { zh: '劳动人事争议仲裁', en: 'Labour and personnel arbitration' },
    body: {
      zh: '劳动合同履行地或者用人单位所在地的劳动人事争议仲裁委员会',
      en: 'the labour and personnel arbitration commission where the contract is performed or the employer is',
    },
    limit: {
      zh: '自知道权利被侵害之日起一年内；在职期间欠薪的，自劳动关系终止之日起一年内（《劳动争议调解仲裁法》第二十七条）。受理后一般四十五日内裁决，最多延长十五日',
      en: 'within one year of knowing of the harm; for wages unpaid while employed, within one year of the end of employment (Labour Dispute Mediation and Arbitration Law, art. 27). Award as a rule within 45 days of acceptance, 15 more at most',
    },
    materials: {
      zh: '仲裁申请书、身份证明、劳动合同或者工资条、考勤、工作证等用工凭证',
      en: 'application, proof of identity, the contract or payslips, attendance records, work card',
    },
  },
  land: {
    route: '31(2)',
    name: { zh: '农村土地承包仲裁', en: 'Rural land contract arbitration' },
    body: { zh: '当地农村土地承包仲裁委员会', en: 'the rural land contract arbitration commission of the place' },
    limit: {
      zh: '自知道权利被侵害之日起二年内（《农村土地承包经营纠纷调解仲裁法》第十八条）',
      en: 'within two years of knowing of the harm (Law on Mediation and Arbitration of Rural Land Contract Disputes, art. 18)',
    },
    materials: {
      zh: '仲裁申请书、身份证明、承包合同或者经营权证书、有关证据',
      en: 'application, proof of identity, the land contract or certificate, evidence',
    },
  },
  commercial: {
    route: '31(2)',
    name: { zh: '合同约定的仲裁', en: 'Arbitration agreed in the contract' },
    body: { zh: '合同约定的仲裁委员会', en: 'the arbitration commission named in the contract' },
    limit: {
      zh: '一般自知道权利受到损害之日起三年内（《民法典》第一百八十八条）',
      en: 'as a rule within three years of knowing of the harm (Civil Code, art. 188)',
    },
    materials: {
      zh: '仲裁申请书、身份证明、写有仲裁条款的合同、有关证据',
      en: 'application, proof of identity, the contract with its arbitration clause, evidence',
    },
  },
  'party-appeal': {
    route: '31(3)',
    name: { zh: '党员申诉', en: 'Appeal of a party member' },
    body: { zh: '作出处理、处分决定的党组织', en: 'the Party organisation that decided' },
    limit: {
      zh: '按有关党内法规的规定；申诉期间不停止原决定的执行',
      en: 'by the rules of the Party; the decision stands meanwhile',
    },
    materials: {
      zh: '申诉书、原处理、处分决定、身份证明、有关证据',
      en: 'appeal, the decision, proof of identity, evidence',
    },
  },
  'supervision-review': {
    route: '31(3)',
    name: { zh: '对监察机关的处理决定申请复审', en: 'Re-examination of a supervisory decision' },
    body: { zh: '作出处理决定的监察机关', en: 'the supervision commission that decided' },
    limit: {
      zh: '自收到处理决定之日起一个月内（《监察法》）',
      en: 'within one month of receiving the decision (Supervision Law)',
    },
    materials: {
      zh: '复审申请书、原处理决定、身份证明、有关证据',
      en: 'application, the decision, proof of identity, evidence',
    },
  },
  reconsideration: {
    route: '31(4)',
    name: { zh: '行政复议', en: 'Administrative reconsideration' },
    body: {
      zh: '有管辖权的行政复议机关（一般是作出行政行为的机关的本级人民政府）',
      en: 'the reconsideration authority (as a rule the government of the same level as the authority that acted)',
    },
    limit: {
      zh: '自知道行政行为之日起六十日内（《行政复议法》第二十条）。受理后一般六十日内决定，最多延长三十日；简易程序三十日',
      en: 'within 60 days of knowing of the act (Administrative Reconsideration Law, art. 20). Decision as a rule within 60 days, 30 more at most; 30 in the simple procedure',
    },
    materials: {
      zh: '行政复议申请书、身份证明、行政行为的文书或者其他证明、有关证据',
      en: 'application, proof of identity, the paper of the act or other proof of it, evidence',
    },
  },
  'administrative-ruling': {
    route: '31(4)',
    name: { zh: '行政裁决', en: 'Administrative ruling' },
    body: {
      zh: '法律授权裁决这类争议的行政机关（例如土地、林木权属争议是当地人民政府）',
      en: 'the authority that rules on such disputes by law (for title to land and woods, the local government)',
    },
    limit: { zh: '按该程序的规定', en: 'by the rules of that procedure' },
    materials: {
      zh: '裁决申请书、身份证明、权属凭证、有关证据',
      en: 'application, proof of identity, proof of title, evidence',
    },
  },
  licence: {
    route: '31(4)',
    name: { zh: '行政确认、行政许可等', en: 'Confirmation, licence and the like' },
    body: { zh: '负责确认、许可、登记的行政机关', en: 'the authority that confirms, licenses or registers' },
    limit: { zh: '按该程序的规定', en: 'by the rules of that procedure' },
    materials: {
      zh: '申请表、身份证明、该程序要求的材料',
      en: 'application form, proof of identity, what that procedure asks for',
    },
  },
} as const satisfies Record<string, ProcedureFacts>;

export type ProcedureKind = keyof typeof PROCEDURE_FACTS;

export const PROCEDURE_KINDS = Object.keys(PROCEDURE_FACTS).filter((kind) => isProcedureKind(kind));

export function isProcedureKind(kind: string): kind is ProcedureKind {
  return Object.hasOwn(PROCEDURE_FACTS, kind);
}

/** The procedures of one route, in the order they are asked about. */
export function proceduresOf(route: Route): readonly ProcedureKind[] {
  return PROCEDURE_KINDS.filter((kind) => PROCEDURE_FACTS[kind].route === route);
}

export const NOTICE_PARTS = ['body', 'limit', 'materials'] as const;
export type NoticePart = (typeof NOTICE_PARTS)[number];

/**
 * What the notice usually says where only the route is known: each procedure with its own, a beginning to be cut down to
 * the one that fits. In the language of the paper.
 */
export function usualNotice(route: Route): Readonly<Record<NoticePart, string>> {
  const part = (name: NoticePart): string =>
    proceduresOf(route)
      .map((kind) => `${PROCEDURE_FACTS[kind].name.zh}：${PROCEDURE_FACTS[kind][name].zh}`)
      .join('；');
  return { body: part('body'), limit: part('limit'), materials: part('materials') };
}

/** The same for one procedure. */
export function noticeOf(kind: ProcedureKind): Readonly<Record<NoticePart, string>> {
  const { body, limit, materials } = PROCEDURE_FACTS[kind];
  return { body: body.zh, limit: limit.zh, materials: materials.zh };
}

/** 条例 does not stop any other clock; the notice has to say so, and to go out at once. */
export const LIMITATION_WARNING: Sentence = {
  zh: '提出信访不能使诉讼、仲裁、行政复议的期限停下来。告知书要马上发，期限快到的先打电话。',
  en: 'Petitioning does not stop the time limits of suit, arbitration or reconsideration. Send the notice at once; where a limit is near, call first.',
};
