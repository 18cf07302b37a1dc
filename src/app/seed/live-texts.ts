import { decline, type OpinionItem } from './stories-shape.ts';

/** Where each legal procedure is to be had, as the notices of the demonstration city say it. */
export const DOORS = {
  '31(1)': {
    body: '有管辖权的人民法院',
    limit: '见裁判文书或者法律规定的期限',
    materials: '起诉状或者上诉状、身份证明、证据材料',
  },
  '31(2)': {
    body: '劳动人事争议仲裁委员会',
    limit: '自知道或者应当知道权利被侵害之日起一年内',
    materials: '仲裁申请书、身份证明、劳动关系和争议的证据',
  },
  '31(3)': { body: '作出处理的党组织或者其上级党组织', limit: '按党内法规的规定', materials: '申诉书、原处理决定' },
  '31(4)': {
    body: '行政复议机关',
    limit: '自知道该行政行为之日起六十日内',
    materials: '复议申请书、行政行为的文书、身份证明',
  },
} as const;

/** What officers of the demonstration city note of their work. */
export const NOTES = [
  { kind: 'visit', text: '到现场看了，拍了照片，反映的情况基本属实。' },
  { kind: 'talk', text: '听了信访人的陈述，做了笔录，读给本人听，本人签了字。' },
  { kind: 'evidence', text: '调取了有关的登记、台账和收费单据。' },
] as const;

/** What a reviewer of the demonstration city finds. */
export const REVIEW_WORDS = {
  statement: '被申请单位送来了书面说明和全部办理材料，逐页核对。',
  facts: '经调阅全部案卷、核对原始材料，并听取双方陈述，原意见认定的事实有材料印证。',
  opinion: '原意见逐项答复了请求，适用依据正确，程序符合规定。',
} as const;

/** The answer that was reviewed and re-reviewed before the same letter came again. */
export const FIRST_ANSWERS: readonly OpinionItem[] = [
  decline(
    '经查，当年确权登记时有四邻签字和实地测量记录，界址以共墙外沿为准，与现状相符。',
    '《不动产登记暂行条例》；当年的地籍调查表。',
    '没有证据证明登记有误，重新核定界址的请求不予支持。',
  ),
];
export const FIRST_REASONS = {
  review: '签字那天我在外地，是我大哥代签的，界址不对。',
  final: '复查还是以当年的四邻签字为准，没有听我父亲当年的说法。',
} as const;
