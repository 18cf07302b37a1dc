import type { ReactElement, ReactNode } from 'react';
import { EnterPresses, Form, Send } from '../../../ui/plain/fields.tsx';
import type { Lang } from '../../../ui/plain/language.ts';
import { BackSaving, Phone, type Step, Steps } from '../../../ui/plain/parts.tsx';
import { type Problem, ProblemSummary } from '../../../ui/plain/problems.tsx';
import { type Filing, STEPS, type StepId, sayResumeCode } from './filing.rules.ts';
import { FILING_TEXTS } from './filing.texts.ts';

/** What every step of filing is drawn from. */
export interface StepView {
  readonly lang: Lang;
  readonly filing: Filing;
  /** What stands in the way, and what only looks like a slip. */
  readonly problems: readonly Problem[];
  readonly doubts: readonly Problem[];
  /** For the hidden field that keeps foreign pages out. */
  readonly token: string;
  /** Until when the draft is kept, in words, and its code; absent before the first save. */
  readonly kept?: { readonly until: string; readonly code: string };
  /** The number to call instead of typing. */
  readonly phone: string;
  /** Came from the last page: saving goes back there. */
  readonly fromCheck: boolean;
}

export const STEP_PATHS: Readonly<Record<StepId, string>> = {
  for: '/file/for',
  you: '/file/you',
  where: '/file/where',
  what: '/file/what',
  ask: '/file/ask',
  papers: '/file/papers',
};

function stepsOf(step: StepId, filing: Filing, lang: Lang): readonly Step[] {
  const names = FILING_TEXTS[lang].steps;
  return STEPS.map((id) => ({
    id,
    name: names[id],
    state: id === step ? 'now' : filing.done.includes(id) ? 'done' : 'ahead',
  }));
}

/** What the way back is called: the page before the last one, or the step before. */
function backName(step: StepId, view: StepView): string {
  const words = FILING_TEXTS[view.lang];
  if (view.fromCheck) return words.check.title;
  const before = STEPS[STEPS.indexOf(step) - 1];
  return before === undefined ? words.backHome : words.backTo(words.steps[before]);
}

/** One step: the way back, what is to be mended, how far one is, the form with its two buttons, and whom to call. */
export function StepFrame({
  step,
  view,
  action,
  back,
  above,
  below,
  files,
  children,
}: {
  step: StepId;
  view: StepView;
  action?: string;
  back?: string;
  above?: ReactNode;
  below?: ReactNode;
  files?: boolean;
  children: ReactNode;
}): ReactElement {
  const words = FILING_TEXTS[view.lang];
  const summary = view.problems.length > 0 ? view.problems : view.doubts;
  return (
    <>
      <EnterPresses form="step" name="go" value="next" />
      <BackSaving form="step">{back ?? backName(step, view)}</BackSaving>
      <ProblemSummary problems={summary} lang={view.lang} cautions={view.problems.length === 0} />
      <Steps steps={stepsOf(step, view.filing, view.lang)} lang={view.lang} form="step" />
      {above}
      <Form
        id="step"
        action={action ?? STEP_PATHS[step]}
        token={view.token}
        hidden={view.fromCheck ? { from: 'check' } : {}}
        {...(files === true ? { files } : {})}
      >
        {children}
        <div className="row">
          <Send name="go" value="next">
            {step === 'papers' ? words.papers.next : words.next}
          </Send>
          {step !== 'papers' && (
            <Send quiet name="go" value="later">
              {words.later}
            </Send>
          )}
        </div>
      </Form>
      {below}
      <SavedLine view={view} />
      <ByPhone lang={view.lang} phone={view.phone} />
    </>
  );
}

function SavedLine({ view }: { view: StepView }): ReactElement {
  const words = FILING_TEXTS[view.lang];
  return view.kept === undefined ? (
    <p className="small soft">{words.keeper}</p>
  ) : (
    <p className="small soft">
      {words.saved(view.kept.until)} <b className="keep">{sayResumeCode(view.kept.code)}</b>
      {view.lang === 'zh' ? '。' : '.'}
    </p>
  );
}

export function ByPhone({ lang, phone }: { lang: Lang; phone: string }): ReactElement | null {
  const [before, after] = FILING_TEXTS[lang].byPhone;
  return phone === '' ? null : (
    <p className="gap">
      {before}
      <b>
        <Phone number={phone} />
      </b>
      {after}
    </p>
  );
}
