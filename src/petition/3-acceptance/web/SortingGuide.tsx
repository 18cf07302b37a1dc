import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { parseCitation, shortCitation } from '../../../domain/articles.ts';
import { ROUTE_LABELS, type Route } from '../../../domain/vocabulary.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { useLanguage, useSay, useWords } from '../../../ui/staff/words.tsx';
import {
  nextQuestion,
  type Question,
  routeOf,
  type Sorted,
  type SortingAnswers,
  withAnswer,
} from '../sorting.rules.ts';
import type { QuestionId } from '../sorting.texts.ts';
import { SORTING_GUIDE_TEXTS } from './sorting-guide.texts.ts';
import './sorting-guide.css';

/** Why a route that was found cannot be used in the form around; undefined where it can. */
type Unfit = (route: Route) => Sentence | undefined;

interface Given {
  readonly id: QuestionId;
  readonly value: string;
}

/**
 * Finds the route by questions in the order of 条例 29, 30, 31, one at a time, and says why. It proposes; the officer
 * takes it over or not. It stands within a form, so nothing in it may submit that form.
 */
export function SortingGuide({
  use,
  unfit = () => undefined,
}: {
  readonly use: (sorted: Sorted) => void;
  readonly unfit?: Unfit;
}): ReactNode {
  const w = useWords(SORTING_GUIDE_TEXTS);
  const [open, setOpen] = useState(false);
  return (
    <section className="sorting" aria-label={w.open}>
      <button type="button" className="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? w.close : w.open}
      </button>
      {open && <Tree use={use} unfit={unfit} />}
    </section>
  );
}

function Tree({ use, unfit }: { readonly use: (sorted: Sorted) => void; readonly unfit: Unfit }): ReactNode {
  const w = useWords(SORTING_GUIDE_TEXTS);
  const [given, setGiven] = useState<readonly Given[]>([]);
  const answers = given.reduce<SortingAnswers>((all, one) => withAnswer(all, one.id, one.value), {});
  const question = nextQuestion(answers);
  const sorted = routeOf(answers);
  const back = (): void => setGiven(given.slice(0, -1));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Backspace' || given.length === 0) return;
    event.preventDefault();
    back();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for what the button beneath does
    <div className="sorting-tree" onKeyDown={onKeyDown}>
      {given.length === 0 && <p className="hint">{w.onlyHelp}</p>}
      {question !== undefined && (
        <Asked
          key={question.id}
          question={question}
          at={given.length + 1}
          before={given.length > 0 ? back : undefined}
          answer={(value) => setGiven([...given, { id: question.id, value }])}
        />
      )}
      {sorted !== undefined && (
        <Found sorted={sorted} unfit={unfit(sorted.route)} use={use} back={back} again={() => setGiven([])} />
      )}
    </div>
  );
}

function Asked({
  question,
  at,
  before,
  answer,
}: {
  readonly question: Question;
  readonly at: number;
  readonly before: (() => void) | undefined;
  readonly answer: (value: string) => void;
}): ReactNode {
  const w = useWords(SORTING_GUIDE_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [value, setValue] = useState<string>();
  const [missing, setMissing] = useState(false);
  const isYesNo = question.options.some((option) => option.value === 'yes');

  useEffect(() => box.current?.querySelector('input')?.focus(), []);

  function goOn(): void {
    if (value === undefined) setMissing(true);
    else answer(value);
  }

  /** The arrows only move the choice; a number, Y, N or Enter answers. */
  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing) return;
    const onButton = event.target instanceof HTMLButtonElement;
    if (event.key === 'Enter' && !onButton) {
      event.preventDefault();
      goOn();
      return;
    }
    const named = isYesNo ? { y: 'yes', n: 'no' }[event.key.toLowerCase()] : undefined;
    const picked = named ?? question.options[Number(event.key) - 1]?.value;
    if (picked === undefined) return;
    event.preventDefault();
    answer(picked);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for the radio buttons and the button within
    <div ref={box} onKeyDown={onKeyDown}>
      <Choice
        id={id}
        label={`${w.step(at)} · ${say(question.ask)}`}
        value={value}
        onChange={setValue}
        fault={missing && value === undefined ? w.needAnswer : undefined}
        options={question.options.map((option, index) => ({
          value: option.value,
          label: `${index + 1} ${say(option.label)}`,
        }))}
      />
      <p className="hint">
        {say(question.help)}{' '}
        <span className="art">
          {question.citations.map((one) => shortCitation(parseCitation(one), language)).join(' · ')}
        </span>
      </p>
      <div className="acts">
        <Button size="small" onClick={goOn}>
          {w.next}
        </Button>
        {before !== undefined && (
          <button type="button" className="bare" onClick={before}>
            {w.back}
          </button>
        )}
        <span className="s f">{w.keys}</span>
      </div>
    </div>
  );
}

function Found({
  sorted,
  unfit,
  use,
  back,
  again,
}: {
  readonly sorted: Sorted;
  readonly unfit: ReturnType<Unfit>;
  readonly use: (sorted: Sorted) => void;
  readonly back: () => void;
  readonly again: () => void;
}): ReactNode {
  const w = useWords(SORTING_GUIDE_TEXTS);
  const say = useSay();
  const { language } = useLanguage();
  const [used, setUsed] = useState(false);
  const heading = useRef<HTMLParagraphElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { procedure } = sorted;
  const facts = [
    ...(procedure
      ? [
          { name: w.body, text: say(procedure.body) },
          { name: w.limit, text: say(procedure.limit) },
          { name: w.materials, text: say(procedure.materials) },
        ]
      : []),
    { name: w.clock, text: say(sorted.clock) },
    { name: w.remedy, text: say(sorted.remedy) },
  ];
  return (
    <div>
      <p className="sorting-found" tabIndex={-1} ref={heading}>
        {w.found} <b>{say(ROUTE_LABELS[sorted.route])}</b>
        {procedure !== undefined && ` · ${say(procedure.name)}`}{' '}
        <span className="art">{shortCitation(parseCitation(sorted.article), language)}</span>
      </p>
      <p>{say(sorted.reason)}</p>
      <dl>
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {procedure !== undefined && <p className="sorting-warn">{say(procedure.warning)}</p>}
      {unfit !== undefined && <p>{say(unfit)}</p>}
      <div className="acts">
        {unfit === undefined && (
          <Button
            size="small"
            onClick={() => {
              use(sorted);
              setUsed(true);
            }}
          >
            {w.use}
          </Button>
        )}
        <button type="button" className="bare" onClick={back}>
          {w.back}
        </button>
        <button type="button" className="bare" onClick={again}>
          {w.again}
        </button>
        <span className="s f" role="status">
          {used ? w.used : ''}
        </span>
      </div>
    </div>
  );
}
