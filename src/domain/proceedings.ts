/** The closed lists of the proceedings beside handling: review, hearing, mediation, supervision (law.md §2.3, §3, §7). */

interface Label {
  readonly zh: string;
  readonly en: string;
}

/** 复查 (条例 35) and 复核 (条例 36). */
export const REVIEW_LEVELS = ['review', 'final'] as const;
export type ReviewLevel = (typeof REVIEW_LEVELS)[number];

/** T27: 维持, 撤销并责令重新办理, 变更. */
export const REVIEW_OUTCOMES = ['uphold', 'revoke', 'change'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** Why an opinion does not stand; feedback on its quality to the body that made it. */
export const REVIEW_GROUNDS = ['facts', 'evidence', 'basis', 'procedure', 'remit', 'unanswered'] as const;
export type ReviewGround = (typeof REVIEW_GROUNDS)[number];
/** Revoked on one of these, the body may not answer the same again on the same facts and reasons (E40). */
export const SUBSTANTIVE_GROUNDS: readonly ReviewGround[] = ['facts', 'evidence', 'basis'];

export const REVIEW_REFUSALS = ['late', 'in-litigation', 'not-a-party', 'not-reviewable'] as const;
export type ReviewRefusal = (typeof REVIEW_REFUSALS)[number];

/** Steps of a reviewer on the way to the decision (law.md §7.4, group 3). */
export const REVIEW_STEPS = ['statement', 'inquiry', 'hearing-parties', 'deliberation', 'legal-check'] as const;
export type ReviewStep = (typeof REVIEW_STEPS)[number];

export const PROCEDURES = ['ordinary', 'simple'] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** 三调联动 (条例 37). */
export const MEDIATION_KINDS = ['people', 'administrative', 'judicial'] as const;
export type MediationKind = (typeof MEDIATION_KINDS)[number];

/** S7: five kinds of order. */
export const ORDER_WAYS = ['phone', 'writing', 'summons', 'site', 'joint'] as const;
export type OrderWay = (typeof ORDER_WAYS)[number];

/** What an order finds (条例 40¶1). */
export const ORDER_DEFECTS = ['acceptance', 'handling', 'delay', 'execution', 'other'] as const;
export type OrderDefect = (typeof ORDER_DEFECTS)[number];

/** 三项建议 (条例 14, 40). */
export const PROPOSAL_KINDS = ['improve', 'policy', 'accountability'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const ADOPTIONS = ['adopted', 'partly', 'not-adopted'] as const;
export type Adoption = (typeof ADOPTIONS)[number];

export const REVISIT_WAYS = ['phone', 'visit', 'net'] as const;
export type RevisitWay = (typeof REVISIT_WAYS)[number];

/** Why a petitioner's withdrawal does not end the work (E31). */
export const EX_OFFICIO_REASONS = ['public-interest', 'safety', 'others-concerned'] as const;
export type ExOfficioReason = (typeof EX_OFFICIO_REASONS)[number];

export const REVIEW_LEVEL_LABELS = {
  review: { zh: '复查', en: 'Review' },
  final: { zh: '复核', en: 'Re-review' },
} as const satisfies Record<ReviewLevel, Label>;

export const REVIEW_OUTCOME_LABELS = {
  uphold: { zh: '维持', en: 'Upheld' },
  revoke: { zh: '撤销并责令重新办理', en: 'Revoked, to be handled again' },
  change: { zh: '变更', en: 'Changed' },
} as const satisfies Record<ReviewOutcome, Label>;

export const REVIEW_GROUND_LABELS = {
  facts: { zh: '事实不清', en: 'Facts not established' },
  evidence: { zh: '证据不足', en: 'Evidence insufficient' },
  basis: { zh: '依据错误', en: 'Wrong legal basis' },
  procedure: { zh: '违反程序', en: 'Procedure breached' },
  remit: { zh: '超越职权', en: 'Beyond the remit' },
  unanswered: { zh: '漏答请求', en: 'A request left unanswered' },
} as const satisfies Record<ReviewGround, Label>;

export const REVIEW_REFUSAL_LABELS = {
  late: { zh: '超过30日，没有正当理由', en: 'Past the 30 days, without good cause' },
  'in-litigation': { zh: '已经进入诉讼、仲裁或者行政复议', en: 'Already in court, arbitration or reconsideration' },
  'not-a-party': { zh: '不是原信访人或者其代理人', en: 'Not the petitioner or their agent' },
  'not-reviewable': { zh: '不是信访处理意见', en: 'Not an opinion of the petition procedure' },
} as const satisfies Record<ReviewRefusal, Label>;

export const REVIEW_STEP_LABELS = {
  statement: { zh: '被申请单位书面说明', en: 'Written statement of the body' },
  inquiry: { zh: '调查核实', en: 'Inquiry' },
  'hearing-parties': { zh: '听取陈述', en: 'Hearing the parties' },
  deliberation: { zh: '合议', en: 'Deliberation' },
  'legal-check': { zh: '法制审核', en: 'Legal check' },
} as const satisfies Record<ReviewStep, Label>;

export const PROCEDURE_LABELS = {
  ordinary: { zh: '普通程序', en: 'Ordinary procedure' },
  simple: { zh: '简易办理', en: 'Simple procedure' },
} as const satisfies Record<Procedure, Label>;

export const MEDIATION_LABELS = {
  people: { zh: '人民调解', en: 'People’s mediation' },
  administrative: { zh: '行政调解', en: 'Administrative mediation' },
  judicial: { zh: '司法调解', en: 'Judicial mediation' },
} as const satisfies Record<MediationKind, Label>;

export const ORDER_WAY_LABELS = {
  phone: { zh: '电话督办', en: 'By telephone' },
  writing: { zh: '书面督办', en: 'In writing' },
  summons: { zh: '约请督办', en: 'By summons' },
  site: { zh: '实地督办', en: 'On site' },
  joint: { zh: '联合督办', en: 'Jointly' },
} as const satisfies Record<OrderWay, Label>;

export const ORDER_DEFECT_LABELS = {
  acceptance: { zh: '违反受理规定', en: 'Acceptance rules broken' },
  handling: { zh: '违反办理规定', en: 'Handling rules broken' },
  delay: { zh: '推诿、敷衍、拖延', en: 'Passed on, brushed off or delayed' },
  execution: { zh: '拒不执行处理意见', en: 'The opinion is not carried out' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<OrderDefect, Label>;

export const PROPOSAL_LABELS = {
  improve: { zh: '改进工作建议', en: 'Proposal to improve work' },
  policy: { zh: '完善政策建议', en: 'Proposal to complete policy' },
  accountability: { zh: '追究责任建议', en: 'Proposal to hold to account' },
} as const satisfies Record<ProposalKind, Label>;

export const ADOPTION_LABELS = {
  adopted: { zh: '采纳', en: 'Adopted' },
  partly: { zh: '部分采纳', en: 'Partly adopted' },
  'not-adopted': { zh: '未采纳', en: 'Not adopted' },
} as const satisfies Record<Adoption, Label>;

export const REVISIT_LABELS = {
  phone: { zh: '电话回访', en: 'By telephone' },
  visit: { zh: '上门回访', en: 'In person' },
  net: { zh: '网上回访', en: 'Online' },
} as const satisfies Record<RevisitWay, Label>;

export const EX_OFFICIO_LABELS = {
  'public-interest': { zh: '涉及公共利益', en: 'Public interest' },
  safety: { zh: '涉及人身或者公共安全', en: 'Safety of persons or the public' },
  'others-concerned': { zh: '涉及其他人的权益', en: 'Rights of others' },
} as const satisfies Record<ExOfficioReason, Label>;
