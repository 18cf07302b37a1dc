import type { ReactNode } from 'react';
import { WideTable } from '../../../ui/staff/WideTable.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { type ClockDraft, NO_CLOCK, type RuleDraft } from './rule-form.rules.ts';
import type { Layer, NationalClock, NationalSetting, Packs } from './rules-data.ts';
import { RULES_TEXTS } from './rules-page.texts.ts';

interface Given {
  readonly national: Packs['national'];
  readonly last: Layer | undefined;
  readonly draft: RuleDraft;
  readonly set: (change: Partial<RuleDraft>) => void;
  /** What the server said of a field, as the request names it. */
  readonly fault: (field: string) => string | undefined;
}

function ValueTable({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const w = useWords(RULES_TEXTS);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <WideTable label={title}>
        <table className="list-table adm-values">
          <caption className="gone">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{w.value}</th>
              <th scope="col">{w.law}</th>
              <th scope="col">{w.last}</th>
              <th scope="col">{w.here}</th>
              <th scope="col">{w.ground}</th>
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </WideTable>
    </section>
  );
}

/** Every period with its national length, that of the last version, and what this one says; empty leaves it. */
export function ClockTable({ national, last, draft, set, fault }: Given): ReactNode {
  const w = useWords(RULES_TEXTS);
  return (
    <ValueTable title={w.periods}>
      {national.clocks
        .filter((clock) => clock.limit !== 'exact')
        .map((clock) => (
          <ClockLine
            key={clock.kind}
            clock={clock}
            last={last?.layer.values.clocks?.[clock.kind]}
            value={draft.clocks[clock.kind] ?? NO_CLOCK}
            set={(value) => set({ clocks: { ...draft.clocks, [clock.kind]: value } })}
            fault={faultIn(fault, `values.clocks.${clock.kind}`)}
          />
        ))}
    </ValueTable>
  );
}

function faultIn(fault: Given['fault'], field: string): string | undefined {
  return ['', '.n', '.unit', '.article', '.statutory'].map((part) => fault(`${field}${part}`)).find(Boolean);
}

function ClockLine({
  clock,
  last,
  value,
  set,
  fault,
}: {
  readonly clock: NationalClock;
  readonly last: { readonly n?: number | undefined; readonly unit?: NationalClock['unit'] | undefined } | undefined;
  readonly value: ClockDraft;
  readonly set: (value: ClockDraft) => void;
  readonly fault: string | undefined;
}): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const label = say(clock.label);
  const field = `values.clocks.${clock.kind}`;
  const changed = value.n !== '' || value.unit !== '' || value.article !== '';
  return (
    <tr className={changed ? 'changed' : undefined}>
      <td>
        {label} <span className="art">{w[clock.limit]}</span>
        {fault !== undefined && (
          <span className="hint fault" id={`${field}-fault`}>
            {fault}
          </span>
        )}
      </td>
      <td className="s">
        {(clock.levels ?? [clock.n]).join(' / ')} {w[clock.unit]}
      </td>
      <td className="s">{last === undefined ? '' : `${last.n ?? clock.n} ${w[last.unit ?? clock.unit]}`}</td>
      <td className="nw">
        <input
          id={`${field}.n`}
          className="num"
          inputMode="numeric"
          aria-label={w.of(w.here, label)}
          aria-invalid={fault === undefined ? undefined : true}
          aria-describedby={fault === undefined ? undefined : `${field}-fault`}
          value={value.n}
          onChange={(event) => set({ ...value, n: event.target.value })}
        />{' '}
        <select
          aria-label={w.of(w.unit, label)}
          value={value.unit}
          onChange={(event) => set({ ...value, unit: UNITS.find((unit) => unit === event.target.value) ?? '' })}
        >
          <option value="">{w[clock.unit]}</option>
          {UNITS.filter((unit) => unit !== clock.unit).map((unit) => (
            <option key={unit} value={unit}>
              {w[unit]}
            </option>
          ))}
        </select>
      </td>
      <td className="s">
        <input
          id={`${field}.article`}
          className="cite"
          aria-label={w.of(w.ground, label)}
          placeholder={clock.cite}
          value={value.article}
          onChange={(event) => set({ ...value, article: event.target.value })}
        />
      </td>
    </tr>
  );
}

const UNITS = ['day', 'workday', 'month'] as const;

/** Every setting the law leaves open or bounds. */
export function SettingTable({ national, last, draft, set, fault }: Given): ReactNode {
  const w = useWords(RULES_TEXTS);
  return (
    <ValueTable title={w.settings}>
      {national.settings
        .filter((setting) => setting.min === undefined || setting.min !== setting.max)
        .map((setting) => {
          const name = setting.field.replace('settings.', '');
          const settings: Readonly<Record<string, unknown>> = last?.layer.values.settings ?? {};
          return (
            <SettingLine
              key={name}
              setting={setting}
              last={settings[name]}
              value={draft.settings[name] ?? ''}
              set={(value) => set({ settings: { ...draft.settings, [name]: value } })}
              fault={fault(`values.settings.${name}`)}
            />
          );
        })}
    </ValueTable>
  );
}

function SettingLine({
  setting,
  last,
  value,
  set,
  fault,
}: {
  readonly setting: NationalSetting;
  readonly last: unknown;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly fault: string | undefined;
}): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const label = say(setting.label);
  const id = `values.${setting.field}`;
  const sayValue = (one: unknown): string => (typeof one === 'boolean' ? (one ? w.yes : w.no) : `${one ?? ''}`);
  const shared = {
    id,
    'aria-label': w.of(w.here, label),
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-describedby': fault === undefined ? undefined : `${id}-fault`,
    value,
  } as const;
  return (
    <tr className={value === '' ? undefined : 'changed'}>
      <td>
        {label}
        {fault !== undefined && (
          <span className="hint fault" id={`${id}-fault`}>
            {fault}
          </span>
        )}
      </td>
      <td className="s">{sayValue(setting.value)}</td>
      <td className="s">{sayValue(last)}</td>
      <td>
        {typeof setting.value === 'boolean' ? (
          <select {...shared} onChange={(event) => set(event.target.value)}>
            <option value="">{w.asBelow}</option>
            <option value="true">{w.yes}</option>
            <option value="false">{w.no}</option>
          </select>
        ) : (
          <input {...shared} className="num" inputMode="numeric" onChange={(event) => set(event.target.value)} />
        )}
      </td>
      <td className="s">{setting.ours ? w.ours : say(setting.article)}</td>
    </tr>
  );
}
