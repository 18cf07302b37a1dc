import type { ReactNode } from 'react';
import { ClosedReport } from '../../../alongside/openings/web/ClosedReport.tsx';
import { ApiError } from '../../../ui/staff/api.ts';
import { Failed } from '../../../ui/staff/Page.tsx';

/** A report that was sealed again is not shown, though it was read before. */
export function isClosed(error: unknown): boolean {
  return error instanceof ApiError && error.error.code === 'report-closed';
}

/** Why a matter or a submission does not show; a sealed report can be opened from here. */
export function NotRead({
  number,
  error,
  retry,
}: {
  readonly number: string;
  readonly error: unknown;
  readonly retry: () => void;
}): ReactNode {
  return isClosed(error) ? <ClosedReport number={number} onOpen={retry} /> : <Failed error={error} retry={retry} />;
}
