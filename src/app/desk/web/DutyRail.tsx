import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { OwedReport } from '../../yearly-report/web/OwedReport.tsx';
import { DUTY_LABELS } from '../desk.texts.ts';
import { DUTIES, type Duty } from '../duties.rules.ts';
import { deskCountsQuery } from './desk-data.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import type { DeskSearch } from './desk-search.ts';

const GROUPS = ['arriving', 'handling', 'reviewing', 'looking'] as const;

/** Where each list stands. A new duty does not compile until it has a place. */
const GROUP_OF = {
  alarm: 'arriving',
  urgent: 'arriving',
  'to-register': 'arriving',
  'to-forward': 'arriving',
  returned: 'arriving',
  'to-settle': 'arriving',
  'to-arbitrate': 'arriving',
  'to-sign': 'handling',
  'to-accept': 'handling',
  'in-hand': 'handling',
  contribution: 'handling',
  hearing: 'handling',
  'to-approve': 'handling',
  'to-serve': 'handling',
  'to-execute': 'handling',
  'to-report': 'handling',
  order: 'handling',
  proposal: 'handling',
  'review-asked': 'reviewing',
  'review-in-hand': 'reviewing',
  'review-to-approve': 'reviewing',
  'review-to-serve': 'reviewing',
  'report-came': 'looking',
  'order-answered': 'looking',
  watching: 'looking',
  'imported-open': 'looking',
} as const satisfies Record<Duty, (typeof GROUPS)[number]>;

/** The working lists of the post with their live counters. Filters stay behind when the list changes; "mine" goes along. */
export function DutyRail({ search }: { readonly search: DeskSearch }): ReactNode {
  const w = useWords(DESK_PAGE_TEXTS);
  const say = useSay();
  const counts = useQuery(deskCountsQuery).data;
  const kept = search.mine ? { mine: true as const } : {};
  const all = search.duty === undefined && !search.late && !search.soon;
  const count = (duty: Duty): number | undefined => counts?.duties.find((one) => one.duty === duty)?.count;
  const capped = (one: { count: number; more: boolean } | undefined): string =>
    one === undefined ? '' : `${one.count}${one.more ? '+' : ''}`;
  return (
    <nav className="rail" aria-label={w.rail}>
      <Entry search={kept} current={all} label={w.everything} count="" />
      {GROUPS.map((group) => {
        const duties = DUTIES.filter((duty) => GROUP_OF[duty] === group && count(duty) !== undefined);
        if (duties.length === 0) return null;
        return (
          <section key={group}>
            <h2>{w[group]}</h2>
            {duties.map((duty) => (
              <Entry
                key={duty}
                search={{ ...kept, duty }}
                current={search.duty === duty}
                label={say(DUTY_LABELS[duty])}
                count={String(count(duty) ?? '')}
              />
            ))}
          </section>
        );
      })}
      <OwedReport />
      <section>
        <h2>{w.limits}</h2>
        <Entry
          search={{ ...kept, soon: true }}
          current={search.duty === undefined && search.soon === true}
          label={w.soon}
          count={capped(counts?.soon)}
          tone={counts !== undefined && counts.soon.count > 0 ? 'soon' : ''}
        />
        <Entry
          search={{ ...kept, late: true }}
          current={search.duty === undefined && search.late === true}
          label={w.late}
          count={capped(counts?.late)}
          tone={counts !== undefined && counts.late.count > 0 ? 'late' : ''}
        />
      </section>
    </nav>
  );
}

function Entry({
  search,
  current,
  label,
  count,
  tone = '',
}: {
  readonly search: DeskSearch;
  readonly current: boolean;
  readonly label: string;
  readonly count: string;
  readonly tone?: '' | 'soon' | 'late';
}): ReactNode {
  return (
    <Link
      to="/"
      search={search}
      className={`${tone}${count === '0' ? ' none' : ''}`}
      aria-current={current ? 'true' : undefined}
      activeOptions={{ exact: true }}
      activeProps={{}}
    >
      {label}
      <b>{count}</b>
    </Link>
  );
}
