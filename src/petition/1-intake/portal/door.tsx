import type { ReactElement } from 'react';
import type { Lang } from '../../../ui/plain/language.ts';
import { Phone } from '../../../ui/plain/parts.tsx';
import { Seams } from '../../../ui/plain/seams.tsx';
import { FILING_TEXTS } from './filing.texts.ts';
import type { Door } from './other-door.rules.ts';

/** What the panel of another door is drawn from. */
export interface DoorView {
  readonly lang: Lang;
  readonly door: Door;
  /** The body behind it here, where one is entered. */
  readonly at?: { readonly name: string; readonly address: string; readonly phone: string };
  /** The beginning as told and the last day counted from it, in words. */
  readonly period?: { readonly since: string; readonly until: string };
  /** The articles it rests on, in words. */
  readonly basis: readonly string[];
}

/** Another door that can decide what we cannot: mentioned with its reasons, never in the way. */
export function DoorPanel({ view, level = 2 }: { view: DoorView; level?: 1 | 2 }): ReactElement {
  const words = FILING_TEXTS[view.lang].door;
  const door = words.doors[view.door];
  const zh = view.lang === 'zh';
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="panel" aria-labelledby="door">
      <Heading id="door" className="seams">
        <Seams>{door.title}</Seams>
      </Heading>
      <p>{door.lead}</p>
      <ul>
        {view.period !== undefined && (
          <li>
            <b>{words.labourUntil(view.period.since, view.period.until)}</b>
          </li>
        )}
        {door.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
        <li>{words.noStop}</li>
        {view.at !== undefined && (
          <li>
            {words.at}
            {zh ? '：' : ': '}
            {view.at.name}
            {zh ? '，' : ', '}
            {view.at.address}
            {zh ? '，' : ', '}
            <Phone number={view.at.phone} />
          </li>
        )}
      </ul>
      <p>{words.still}</p>
      <p className="small soft">
        {words.basis}
        {view.basis.join(zh ? '；' : '; ')}
      </p>
    </section>
  );
}

/** The page between what happened and what is asked for, shown once. */
export function DoorPage({ view, next }: { view: DoorView; next: string }): ReactElement {
  return (
    <>
      <DoorPanel view={view} level={1} />
      <p className="row">
        <a className="btn" href={next}>
          {FILING_TEXTS[view.lang].door.go}
        </a>
      </p>
    </>
  );
}
