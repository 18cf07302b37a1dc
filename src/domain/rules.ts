/**
 * Every rule the software holds, with the article it comes from. A refusal names a rule; docs/law/articles.md names the
 * rules of each article; scripts/check-articles.ts keeps the three in step. `house` marks what the law leaves open.
 */
export const RULES = {
  'register.never-refused': ['regulation:43', 'regulation:44(1)'],
  'register.oral-recorded': ['regulation:19¶1'],
  'channel.open-list': ['regulation:17'],
  'transfer.within-15-days': ['regulation:22¶1'],
  'transfer.accused-blocked': ['regulation:30¶3'],
  'assign.feedback-due': ['regulation:22¶1'],
  'sign.receipt-starts-clocks': ['regulation:23¶3'],
  'objection.within-5-workdays': ['regulation:23¶3'],
  'objection.agreed-by-sender': ['regulation:23¶3'],
  'notice.within-15-days': ['regulation:23¶2', 'regulation:23¶3'],
  'notice.waived-if-unclear': ['regulation:23¶2'],
  'direct.tell-destination': ['regulation:23¶1'],
  'file-directly.unclear-or-consultation': ['regulation:23¶2'],
  'acceptance.by-competent-organ': ['regulation:23¶3'],
  'acceptance.route-decides-clock': ['regulation:31', 'regulation:34'],
  'not-accepted.reasons': ['regulation:19¶3', 'regulation:20¶1', 'regulation:36¶3'],
  'route-out.names-procedure': ['regulation:31'],
  'handle.within-60-days': ['regulation:34'],
  'extension.once-30-days-before-due': ['regulation:34'],
  'extension.by-head': ['regulation:34'],
  recusal: ['regulation:28¶3'],
  'opinion.request-by-request': ['regulation:32¶1'],
  'opinion.not-approved-by-author': ['house:four-eyes'],
  'opinion.names-remedy': ['regulation:35'],
  'service.starts-review-window': ['regulation:35'],
  'review.within-30-days': ['regulation:35'],
  'rating.two-sides': ['rating-rules:3'],
  'rating.only-petitioner': ['house:rating-integrity'],
  'suggestion.no-60-days': ['regulation:29'],
  'report.sealed': ['regulation:30¶3', 'regulation:46(5)'],
  'withdrawal.by-petitioner': ['house:withdrawal'],
  'query.always': ['regulation:21¶2', 'regulation:18¶1'],
  'assessment.not-by-number': ['regulation:39'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type RuleId = keyof typeof RULES;

/** The first citation of a rule, `law:article`, as `articles.ts` parses it. */
export function citationOf(rule: RuleId): string {
  return RULES[rule][0];
}
