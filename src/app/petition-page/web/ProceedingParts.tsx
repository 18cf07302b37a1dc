import type { ReactNode } from 'react';
import { Clock } from '../../../ui/staff/Clock.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';

/** One proceeding: its name, how it stands, and what there is to know. */
export function Item({
  title,
  tag,
  children,
}: {
  readonly title: string;
  readonly tag?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <li>
      <div className="pp-paper-head">
        <h3>{title}</h3>
        {tag !== undefined && <span className="tag">{tag}</span>}
      </div>
      {children}
    </li>
  );
}

/** Names and values; what is not known is not drawn. */
export function Rows({ rows }: { readonly rows: readonly (readonly [string, string | undefined])[] }): ReactNode {
  return (
    <dl className="pp-facts">
      {rows
        .filter(([, value]) => value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

export function PaperLink({
  paper,
  title,
}: {
  readonly paper: { readonly href: string; readonly number?: string | undefined };
  readonly title: string;
}): ReactNode {
  return (
    <a href={paper.href} target="_blank" rel="noreferrer">
      {title}
      {paper.number !== undefined && ` ${paper.number}`}
    </a>
  );
}

/** The clock of this name, where the matter has it. */
export function ShortClock({ id, page }: { readonly id: string; readonly page: PetitionPageModel }): ReactNode {
  const clock = page.clocks.find((one) => one.id === id);
  return clock === undefined ? null : (
    <Clock
      due={clock.due}
      startedOn={clock.from}
      level={clock.level}
      daysLeft={clock.daysLeft}
      share={clock.share}
      outcome={clock.outcome}
      endedOn={clock.endedOn}
    />
  );
}
