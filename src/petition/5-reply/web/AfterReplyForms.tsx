import type { ReactNode } from 'react';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { needText } from '../../../ui/staff/spec-fields.ts';
import { useSay } from '../../../ui/staff/words.tsx';
import {
  acceptReportRoute,
  correctRemedyRoute,
  reportExecutionRoute,
  reportResultRoute,
  returnReportRoute,
} from '../after-reply.contract.ts';
import { AFTER_REPLY_WORDS as w } from './after-reply-forms.texts.ts';

interface On {
  readonly matter: string;
  readonly assignment: string;
  readonly slot: ActSlot;
}

/** E13. */
export function CorrectRemedyForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={correctRemedyRoute}
      name="correct-remedy"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[needText('explain', w.explain, w.explain)]}
      button={w.correct}
      note={w.correctNote}
    />
  );
}

/** T25. */
export function ReportExecutionForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={reportExecutionRoute}
      name="report-execution"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        {
          kind: 'choice',
          name: 'done',
          label: w.done,
          need: w.needDone,
          options: [
            { value: 'yes', label: w.all },
            { value: 'no', label: w.partly },
          ],
        },
        needText('text', w.evidence, w.needEvidence),
      ]}
      shape={({ done, ...rest }) => ({ ...rest, done: done === 'yes' })}
      button={w.report}
    />
  );
}

/** D9. */
export function ReportResultForm({ matter, assignment, slot }: On): ReactNode {
  return (
    <SpecForm
      contract={reportResultRoute}
      name="report-result"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      fields={[
        needText('findings', w.findings, w.needFindings),
        needText('handling', w.handling, w.needHandling),
        { kind: 'line', name: 'attitude', label: w.attitude },
      ]}
      button={w.sendReport}
      note={w.sendNote}
    />
  );
}

/** The report, to be read before it is judged. */
interface Judging extends On {
  readonly report: string | undefined;
}

function Report({ href }: { readonly href: string | undefined }): ReactNode {
  const say = useSay();
  return href === undefined ? null : (
    <p>
      <a href={href} target="_blank" rel="noreferrer">
        {say(w.read)}
      </a>
    </p>
  );
}

export function AcceptReportForm({ matter, assignment, report, slot }: Judging): ReactNode {
  return (
    <SpecForm
      contract={acceptReportRoute}
      name="accept-report"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      above={<Report href={report} />}
      fields={[]}
      button={w.accept}
    />
  );
}

export function ReturnReportForm({ matter, assignment, report, slot }: Judging): ReactNode {
  return (
    <SpecForm
      contract={returnReportRoute}
      name="return-report"
      slot={slot}
      matter={matter}
      fixed={{ assignment }}
      above={<Report href={report} />}
      fields={[needText('reason', w.lacking, w.needLacking)]}
      button={w.giveBack}
      note={w.returnNote}
    />
  );
}
