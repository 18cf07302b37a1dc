import { Fragment, type ReactNode, useState } from 'react';
import { useMedia } from '../../../ui/staff/media.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { IndicatorFigure } from '../figures.contract.ts';
import { FIGURES_PAGE_TEXTS } from './figures-page.texts.ts';
import { ListLink } from './ListLink.tsx';

/** A rate as it is written: two decimals, or a dash where nothing is to be counted. */
export function sayRate(value: number | null): string {
  return value === null ? '—' : `${value.toFixed(2)}%`;
}

/** With its sign, which is the point of it. */
function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(2)}`;
}

/** The indicators; each opens into how it is counted, its parts and its bodies. */
export function IndicatorTable({
  figures,
  compared,
}: {
  readonly figures: readonly IndicatorFigure[];
  readonly compared: boolean;
}): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  // On a phone the comparison stands with the rest of what an indicator opens into.
  const roomy = useMedia('(min-width: 601px)');
  const beside = compared && roomy;
  const against = ({ before }: IndicatorFigure): string =>
    before === undefined || before.points === null ? '—' : w.against(signed(before.points), sayRate(before.value));
  const [opened, setOpened] = useState<string>();
  return (
    <table className="list-table rates">
      <caption className="gone">{w.rates}</caption>
      <thead>
        <tr>
          <th scope="col">{w.indicator}</th>
          <th scope="col" className="n c-rate">
            {w.rate}
          </th>
          <th scope="col" className="n c-of">
            {w.fraction}
          </th>
          {beside && (
            <th scope="col" className="n c-before">
              {w.comparison}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {figures.map((one) => {
          const open = opened === one.id;
          return (
            <Fragment key={one.id}>
              <tr aria-current={open ? 'true' : undefined}>
                <td>
                  <button
                    type="button"
                    className="bare more-of"
                    aria-expanded={open}
                    onClick={() => setOpened(open ? undefined : one.id)}
                  >
                    {say(one.name)}
                  </button>
                </td>
                <td className="n c-rate">
                  <b>{sayRate(one.value)}</b>
                </td>
                <td className="n c-of">
                  {one.numerator} / {one.denominator}
                </td>
                {beside && <td className="n c-before s">{against(one)}</td>}
              </tr>
              {open && (
                <tr className="inside">
                  <td colSpan={beside ? 4 : 3}>
                    <Inside figure={one} against={compared && !beside ? against(one) : undefined} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Inside({
  figure,
  against,
}: {
  readonly figure: IndicatorFigure;
  readonly against: string | undefined;
}): ReactNode {
  const w = useWords(FIGURES_PAGE_TEXTS);
  const say = useSay();
  return (
    <div className="inside-of">
      <dl className="how">
        {against !== undefined && (
          <>
            <dt>{w.comparison}</dt>
            <dd>{against}</dd>
          </>
        )}
        <dt>{w.formula}</dt>
        <dd>{say(figure.formula)}</dd>
        <dt>{w.window}</dt>
        <dd>{say(figure.window)}</dd>
        <dt>{w.parts}</dt>
        <dd>
          <ul className="parts">
            {figure.parts.map((part) => (
              <li key={part.part}>
                {say(part.name)}{' '}
                <ListLink list={part.list} label={w.countOf(say(part.name), part.count)}>
                  {part.count}
                </ListLink>
                {part.leftOut && <span className="f">（{w.notCounted}）</span>}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      {figure.byBody.length > 0 && (
        <table className="by-body">
          <caption>{w.byBody}</caption>
          <thead>
            <tr>
              <th scope="col">{w.body}</th>
              <th scope="col" className="n">
                {w.rate}
              </th>
              <th scope="col" className="n">
                {w.fraction}
              </th>
            </tr>
          </thead>
          <tbody>
            {figure.byBody.map((one) => (
              <tr key={one.body}>
                <th scope="row">{say(one.name)}</th>
                <td className="n">{sayRate(one.value)}</td>
                <td className="n">
                  <ListLink list={one.list} label={w.bodyList(say(one.name), `${one.numerator} / ${one.denominator}`)}>
                    {one.numerator} / {one.denominator}
                  </ListLink>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
