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
