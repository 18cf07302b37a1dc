import { refuse, refuseState } from '../../domain/refusals.ts';

export const NOT_YOUR_LIST = refuseState(
  'other-post',
  403,
  '您的岗位没有这个工作清单',
  'Your post does not have this working list',
);

export const NO_CASES = refuseState('other-post', 403, '您的岗位不看信访事项', 'Your post does not see petitions');

export const SEALED_ONLY = refuse(
  'report.sealed',
  403,
  '检举控告件只由专管的岗位打开',
  'Reports of wrongdoing are opened by one named post only',
);
