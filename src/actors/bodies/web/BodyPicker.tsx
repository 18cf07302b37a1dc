import { Input } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { type Branch, branchesOf, type ListedBody, useBodies } from './bodies.ts';
import './bodies.css';
import { BODY_PICKER_TEXTS } from './body-picker.texts.ts';

/**
 * One body out of the tree: the suggested first with their reasons, then all, found by typing part of a name. A body that
 * may not be chosen stays in its place and says why.
 */
export function BodyPicker({
  id,
  label,
  value,
  onChange,
  suggested = [],
  closed,
  fault,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (body: string) => void;
  readonly suggested?: readonly { readonly id: string; readonly reasons: readonly Sentence[] }[];
  /** Why this body may not be chosen; undefined where it may. */
  readonly closed?: (id: string) => string | undefined;
  readonly fault?: string | undefined;
}): ReactNode {
  const w = useWords(BODY_PICKER_TEXTS);
  const say = useSay();
  const bodies = useBodies();
  const [sought, setSought] = useState('');
  const lines = useMemo(() => branchesOf(bodies), [bodies]);
  const found = useMemo(() => filter(lines, sought), [lines, sought]);
  const byId = useMemo(() => new Map(bodies.map((body) => [body.id, body])), [bodies]);
  const near = sought.trim() === '' ? suggested.filter((one) => byId.has(one.id)) : [];
  const rest = found.filter((line) => !near.some((one) => one.id === line.body.id));
  const chosen = value === undefined ? undefined : byId.get(value);

  function row(body: ListedBody, depth: number, reasons?: readonly Sentence[]): ReactNode {
    const why = closed?.(body.id);
    return (
      <label
        key={body.id}
        className={why === undefined ? 'body-one' : 'body-one closed'}
        style={{ paddingLeft: 8 + depth * 14 }}
      >
        <input
          type="radio"
          name={id}
          value={body.id}
          checked={body.id === value}
          disabled={why !== undefined}
          onChange={() => onChange(body.id)}
        />
        <span>
          {say(body.name)}
          {reasons !== undefined && <span className="hint body-why">{reasons.map(say).join(w.and)}</span>}
          {why !== undefined && <span className="hint body-why">{why}</span>}
        </span>
      </label>
    );
  }

  return (
    <fieldset className={fault === undefined ? 'bodies' : 'bodies bad'}>
      <legend>{label}</legend>
      {fault !== undefined && (
        <p className="hint fault" id={`${id}-fault`}>
          {fault}
        </p>
      )}
      <Input
        id={id}
        type="search"
        aria-label={w.search(label)}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        placeholder={w.searchHint}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {chosen !== undefined && (
        <p className="s">
          {w.chosen} <b>{say(chosen.name)}</b>
        </p>
      )}
      <div className="bodies-list">
        {near.length > 0 && <p className="bodies-head">{w.suggested}</p>}
        {near.map((one) => {
          const body = byId.get(one.id);
          return body === undefined ? null : row(body, 0, one.reasons);
        })}
        {near.length > 0 && <p className="bodies-head">{w.all}</p>}
        {rest.map((line) => row(line.body, sought.trim() === '' ? line.depth : 0))}
        {rest.length === 0 && near.length === 0 && <p className="hint bodies-head">{w.none}</p>}
      </div>
    </fieldset>
  );
}

function filter(lines: readonly Branch[], sought: string): readonly Branch[] {
  const words = sought.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter(({ body }) => {
    const text = `${body.name.zh} ${body.short.zh} ${body.name.en} ${body.short.en}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
