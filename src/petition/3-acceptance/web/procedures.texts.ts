import type { LED_ROUTES } from '../acceptance.rules.ts';

interface Procedure {
  readonly body: string;
  readonly limit: string;
  readonly materials: string;
}

/**
 * What the notice of each legal procedure usually says (law.md §1.5): a beginning to be adapted, in the language of the
 * paper. Time limits that differ by case are given as the general rule with the law they stand in.
 */
export const USUAL_PROCEDURES = {
  '31(1)': {
    body: '有管辖权的人民法院、人民检察院或者公安机关',
    limit: '按诉讼法的规定，例如民事权利一般自知道受损害之日起三年内，行政诉讼一般自知道行政行为之日起六个月内',
    materials: '起诉状或者申请书、身份证明、有关证据，对方的姓名和住址',
  },
  '31(2)': {
    body: '当地劳动人事争议仲裁委员会（劳动人事争议），或者农村土地承包仲裁委员会（土地承包争议），或者合同约定的仲裁委员会',
    limit: '劳动争议自知道权利被侵害之日起一年内；农村土地承包争议二年内',
    materials: '仲裁申请书、身份证明、合同或者用工、承包的凭证、有关证据',
  },
  '31(3)': {
    body: '作出处理决定的党组织、监察机关或者主管机关',
    limit: '对监察机关的处理决定申请复审，自收到决定之日起一个月内；其他按有关党内法规、法律的规定',
    materials: '申诉书或者复审申请书、原处理决定、身份证明、有关证据',
  },
  '31(4)': {
    body: '有管辖权的行政复议机关，或者负责裁决、确认、许可的行政机关',
    limit: '申请行政复议，自知道行政行为之日起六十日内；其他按该程序的规定',
    materials: '申请书、身份证明、行政行为的文书或者其他证明、有关证据',
  },
} as const satisfies Record<(typeof LED_ROUTES)[number], Procedure>;
