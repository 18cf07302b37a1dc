import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import type { RouteContract } from '../../platform/http/route.contract.ts';
import type { ActFormState } from './act-form.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import './act-form.css';

/** The frame of a small form: what went wrong above, fields, and one button that says what it does. */
export function ActForm<C extends RouteContract>({
  form,
  submit,
  label,
  note,
  beside,
  children,
}: {
  readonly form: ActFormState<C>;
  readonly submit: () => void;
  readonly label: string;
  /** What follows from the act, beside the button. */
  readonly note?: ReactNode;
  /** A second thing to do here. */
  readonly beside?: ReactNode;
  readonly children?: ReactNode;
}): ReactNode {
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    submit();
  }
  return (
    <form className="actform" onSubmit={onSubmit} noValidate>
      <ErrorSummary faults={form.faults} article={form.article} requestId={form.requestId} />
      {children}
      <div className="acts">
        <Button type="primary" htmlType="submit" loading={form.pending}>
          {label}
        </Button>
        {beside}
        {note !== undefined && <span className="s f">{note}</span>}
      </div>
    </form>
  );
}
