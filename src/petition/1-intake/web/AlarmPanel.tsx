import type { ReactNode } from 'react';
import { bodyField } from '../../../actors/bodies/web/body-field.tsx';
import type { DangerKind } from '../../../domain/facts.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useDates } from '../../../ui/staff/dates.ts';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { useSay } from '../../../ui/staff/words.tsx';
import {
  acknowledgeRoute,
  addPeopleRoute,
  flagDangerRoute,
  liftDangerRoute,
  receiveUrgentlyRoute,
  reportUrgentlyRoute,
  showAuthorityRoute,
} from '../alarm.contract.ts';
import { ALARM_TEXTS as w } from './alarm.texts.ts';
import { peopleOf } from './arrival.rules.ts';

interface Danger {
  readonly kinds: readonly DangerKind[];
  readonly raisedAt: string;
  readonly acknowledgeBy: string;
  readonly acknowledgedAt?: string | undefined;
  readonly expiresOn: string;
  readonly liftedOn?: string | undefined;
  readonly report?: { readonly by: string; readonly doneAt?: string | undefined; readonly late: boolean } | undefined;
}

const KINDS = { 'self-harm': w.selfHarm, violence: w.violence, grave: w.grave } as const satisfies Record<
  DangerKind,
  Sentence
>;

interface Urgent {
  readonly id: string;
  readonly at: string;
  readonly number?: string | undefined;
  readonly text: readonly string[];
  readonly to: readonly {
    readonly id: string;
    readonly name: Sentence;
    readonly receivedAt?: string | undefined;
    readonly mine: boolean;
  }[];
}

export interface AlarmView {
  readonly number: string;
  readonly danger?: Danger | undefined;
  readonly urgent: readonly Urgent[];
  readonly agent?: 'shown' | 'missing' | undefined;
  readonly can: Readonly<Record<'flag' | 'acknowledge' | 'lift' | 'report' | 'authority' | 'people', boolean>>;
}

/** Danger to life first, with what to do; then the urgent report, and what is still open about the people. */
export function AlarmPanel({ view, slot }: { readonly view: AlarmView; readonly slot: ActSlot }): ReactNode {
  const say = useSay();
  const params = { number: view.number };
  return (
    <>
      {view.danger !== undefined && <DangerPanel view={view} danger={view.danger} slot={slot} />}
      {view.urgent.map((report) => (
        <UrgentPanel key={report.id} number={view.number} report={report} slot={slot} />
      ))}
      {view.agent === 'missing' && <p className="pp-none">{say(w.authorityWhy)}</p>}
      {view.can.authority && (
        <Folded label={w.authority}>
          <SpecForm
            contract={showAuthorityRoute}
            name="authority"
            slot={slot}
            params={params}
            fields={[{ kind: 'line', name: 'text', label: w.seen, need: w.needDone }]}
            button={w.show}
          />
        </Folded>
      )}
      {view.can.people && (
        <Folded label={w.people}>
          <SpecForm
            contract={addPeopleRoute}
            name="people"
            slot={slot}
            params={params}
            fields={[{ kind: 'area', name: 'people', label: w.people, hint: w.peopleHint, need: w.needPeople }]}
            shape={({ people }) => ({ people: peopleOf(String(people)) })}
            button={w.add}
          />
        </Folded>
      )}
      {view.can.flag && (
        <Folded label={w.flag}>
          <SpecForm
            contract={flagDangerRoute}
            name="danger"
            slot={slot}
            params={params}
            fields={[
              {
                kind: 'many',
                name: 'kinds',
                label: w.flagKinds,
                need: w.needKinds,
                options: [
                  { value: 'self-harm', label: w.selfHarm },
                  { value: 'violence', label: w.violence },
                  { value: 'grave', label: w.grave },
                ],
              },
            ]}
            button={w.flag}
          />
        </Folded>
      )}
      {view.can.report && (
        /* Folds and empties once it is sent: the next press of the button is not a second report. */
        <Folded key={view.urgent.length} label={w.urgent}>
          <SpecForm
            contract={reportUrgentlyRoute}
            name="urgent"
            slot={slot}
            params={params}
            fields={[
              { kind: 'area', name: 'what', label: w.what, need: w.needAll },
              { kind: 'area', name: 'risk', label: w.risk, need: w.needAll },
              { kind: 'area', name: 'measures', label: w.measures, need: w.needAll },
              bodyField('competent', w.competent),
            ]}
            shape={({ competent, ...rest }) => ({ ...rest, competent: competent === undefined ? [] : [competent] })}
            button={w.send}
            note={w.urgentNote}
          />
        </Folded>
      )}
    </>
  );
}

function Folded({ label, children }: { readonly label: Sentence; readonly children: ReactNode }): ReactNode {
  const say = useSay();
  return (
    <details className="pp-act">
      <summary>
        <b>{say(label)}</b>
      </summary>
      <div className="pp-act-body">{children}</div>
    </details>
  );
}

function DangerPanel({
  view,
  danger,
  slot,
}: {
  readonly view: AlarmView;
  readonly danger: Danger;
  readonly slot: ActSlot;
}): ReactNode {
  const say = useSay();
  const dates = useDates();
  const params = { number: view.number };
  const kinds = danger.kinds.map((kind) => say(KINDS[kind])).join(' · ');
  const open = danger.acknowledgedAt === undefined && danger.liftedOn === undefined;
  const life = danger.kinds.some((kind) => kind !== 'grave');
  const title = say(life ? w.alarm : w.graveAlarm);
  return (
    <section className={open ? 'wrong' : 'pp-none'} aria-label={title} role={open ? 'alert' : undefined}>
      <h2>
        {title} <span className="tag">{kinds}</span>
      </h2>
      {open && <p>{say(life ? w.alarmWhy : w.graveWhy)}</p>}
      <p className="s">
        {danger.acknowledgedAt === undefined
          ? `${say(w.by)} ${dates.moment(danger.acknowledgeBy)}`
          : `${say(w.acknowledged)} ${dates.moment(danger.acknowledgedAt)}`}
        {' · '}
        {danger.liftedOn === undefined
          ? `${say(w.expires)} ${dates.full(danger.expiresOn)}`
          : `${say(w.lifted)} ${dates.full(danger.liftedOn)}`}
      </p>
      {danger.report !== undefined && (
        <p className={danger.report.late ? 's wrong' : 's'}>
          {danger.report.doneAt === undefined
            ? `${say(danger.report.late ? w.reportLate : w.reportBy)} ${dates.moment(danger.report.by)}`
            : `${say(w.reportedAt)} ${dates.moment(danger.report.doneAt)}`}{' '}
          <span className="art">{say(w.reportArticle)}</span>
        </p>
      )}
      {view.can.acknowledge && (
        <SpecForm
          contract={acknowledgeRoute}
          name="acknowledge"
          slot={slot}
          params={params}
          fields={[{ kind: 'area', name: 'text', label: w.done, need: w.needDone }]}
          button={w.acknowledge}
        />
      )}
      {view.can.lift && (
        <SpecForm
          contract={liftDangerRoute}
          name="lift"
          slot={slot}
          params={params}
          fields={[{ kind: 'area', name: 'text', label: w.liftWhy, need: w.needDone }]}
          button={w.lift}
        />
      )}
    </section>
  );
}

function UrgentPanel({
  number,
  report,
  slot,
}: {
  readonly number: string;
  readonly report: Urgent;
  readonly slot: ActSlot;
}): ReactNode {
  const say = useSay();
  const dates = useDates();
  return (
    <section className="pp-none" aria-label={say(w.urgent)}>
      <h2>
        {say(w.urgent)} <span className="q">{report.number}</span>
      </h2>
      <p className="s">{dates.moment(report.at)}</p>
      {report.text.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <ul className="pp-receipts">
        {report.to.map((one) => (
          <li key={one.id}>
            {say(one.name)}{' '}
            <span className="q">
              {one.receivedAt === undefined ? say(w.waiting) : `${say(w.received)} ${dates.moment(one.receivedAt)}`}
            </span>
            {one.mine && (
              <SpecForm
                contract={receiveUrgentlyRoute}
                name={`receive-${report.id}-${one.id}`}
                slot={slot}
                params={{ number }}
                fixed={{ report: report.id, body: one.id }}
                fields={[]}
                button={one.id.startsWith('outside:') ? w.confirmOutside : w.confirm}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** 姓名，电话: one a line. */
