import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { MatterActId } from '../../../domain/acts.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { ActFormOf } from './ActForms.tsx';
import type { ActView } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** What a case usually waits for comes first; the rest in the order of the law. */
const FIRST: readonly MatterActId[] = [
  'sign',
  'agree-return',
  'accept',
  'forward',
  'issue',
  'serve',
  'approve-extension',
  'draft',
  'note-work',
  'accept-review',
  'decide-review',
  'serve-review',
  'draft-review',
  'note-review',
];

function rankOf(act: ActView): number {
  const at = FIRST.indexOf(act.id);
  return at < 0 ? FIRST.length : at;
}

export interface DoneAct {
  readonly id: MatterActId;
  readonly label: string;
  readonly seq: number;
  readonly more: string | undefined;
}

/**
 * The acts open now, each a small form, and those that are not, with their reason. A form that was opened stays, with its
 * words, even if the act closes under it.
 */
export function ActsColumn({
  page,
  slotOf,
  done,
  finishing,
  asked,
}: {
  readonly page: PetitionPageModel;
  readonly slotOf: (act: ActView) => ActSlot;
  readonly done: DoneAct | undefined;
  /** An act that is done, while the page is read again. */
  readonly finishing: MatterActId | undefined;
  /** An act asked for by key; a new object each time. */
  readonly asked: { readonly act: MatterActId } | undefined;
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const acts = page.acts.filter((act) => act.id !== 'store-scan');
  const open = acts.filter((act) => act.open).toSorted((a, b) => rankOf(a) - rankOf(b));
  const first = open[0]?.id;
  const [opened, setOpened] = useState<ReadonlySet<MatterActId>>(() => new Set(first === undefined ? [] : [first]));
  // A form that was open once keeps its words when it is folded, and when the act closes under it.
  const [drawn, setDrawn] = useState(opened);
  const [settled, setSettled] = useState<DoneAct>();
  const said = useRef<HTMLOutputElement>(null);
  // The page says that it is done before it has been read again: until then nothing folds, and nothing seems overtaken.
  const caughtUp = done !== undefined && page.seq >= done.seq;

  function show(acts: readonly MatterActId[]): void {
    setOpened((before) => new Set([...before, ...acts]));
    setDrawn((before) => new Set([...before, ...acts]));
  }

  // What was done folds away; what the case now waits for opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `done` is the occasion, the rest is what the answer then shows
  useEffect(() => {
    if (!caughtUp) return;
    setSettled(done);
    const next = first === undefined ? [] : [first];
    setOpened(new Set(next));
    setDrawn(
      (before) => new Set([...open.map((act) => act.id).filter((id) => before.has(id) && id !== done.id), ...next]),
    );
    said.current?.focus();
  }, [done, caughtUp]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` only sets state
  useEffect(() => {
    if (asked !== undefined) show([asked.act]);
  }, [asked]);

  const finished = done === settled ? finishing : (done?.id ?? finishing);
  const isKept = (act: ActView): boolean => !act.open && drawn.has(act.id) && act.id !== finished;
  const kept = acts.filter(isKept);
  const shut = acts.filter((act) => !act.open && !isKept(act));

  function toggle(id: MatterActId, isOpen: boolean): void {
    if (opened.has(id) === isOpen) return;
    if (isOpen) show([id]);
    else setOpened((before) => new Set([...before].filter((one) => one !== id)));
  }

  return (
    <aside className="pp-side" aria-label={w.now}>
      {done !== undefined && (
        <output className="pp-done" tabIndex={-1} ref={said}>
          <b>
            {w.done(done.label)}
            {done.more !== undefined && w.doneMore(done.more)}
          </b>{' '}
          {w.recorded(done.seq)}
        </output>
      )}
      <h2>{w.now}</h2>
      {open.length === 0 && kept.length === 0 && (
        <p className="pp-none">{page.origin === 'imported' ? w.importedActs : w.nothingNow}</p>
      )}
      {[...kept, ...open].map((act) => (
        <ActPanel
          key={act.id}
          act={act}
          page={page}
          slot={slotOf(act)}
          isOpen={opened.has(act.id)}
          isDrawn={drawn.has(act.id)}
          asked={asked?.act === act.id ? asked : undefined}
          toggle={(isOpen) => toggle(act.id, isOpen)}
        />
      ))}
      {shut.length > 0 && <Shut acts={shut} alone={open.length === 0} />}
    </aside>
  );
}

function ActPanel({
  act,
  page,
  slot,
  isOpen,
  isDrawn,
  asked,
  toggle,
}: {
  readonly act: ActView;
  readonly page: PetitionPageModel;
  readonly slot: ActSlot;
  readonly isOpen: boolean;
  readonly isDrawn: boolean;
  /** Set anew each time the form is asked for by key: the cursor goes there. */
  readonly asked: object | undefined;
  readonly toggle: (isOpen: boolean) => void;
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const panel = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (asked === undefined || !isOpen) return;
    const field = panel.current?.querySelector<HTMLElement>('textarea') ?? panel.current?.querySelector('input');
    field?.focus();
  }, [asked, isOpen]);
  return (
    <details
      className="pp-act"
      id={`act-${act.id}`}
      ref={panel}
      open={isOpen}
      onToggle={(event) => event.currentTarget === event.target && toggle(event.currentTarget.open)}
    >
      <summary>
        <b>{say(act.label)}</b>
        {act.article !== undefined && <span className="art pp-act-art">{say(act.article)}</span>}
      </summary>
      {isDrawn && (
        <div className={act.open ? 'pp-act-body' : 'pp-act-body overtaken'}>
          {!act.open && (
            <div className="wrong" role="alert">
              <p>{w.overtaken}</p>
              {act.refusal !== undefined && <p>{say(act.refusal.said)}</p>}
            </div>
          )}
          <ActFormOf act={act} page={page} slot={slot} />
        </div>
      )}
    </details>
  );
}

/** Acts that share a reason stand together, so that the reasons can be read. */
function Shut({ acts, alone }: { readonly acts: readonly ActView[]; readonly alone: boolean }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const groups = new Map<string, { acts: ActView[]; why: string; article: string }>();
  for (const act of acts) {
    const why = act.refusal === undefined ? '' : say(act.refusal.said);
    const article = act.refusal?.article === undefined ? '' : say(act.refusal.article);
    const group = groups.get(why + article) ?? { acts: [], why, article };
    group.acts.push(act);
    groups.set(why + article, group);
  }
  const all = [...groups.values()];
  /* Why the law closes an act is worth reading; that it is not its turn, only when asked for. */
  const lawful = all.filter((group) => group.article !== '');
  const rest = all.filter((group) => group.article === '');
  return (
    <section className="pp-shut">
      <h2>{w.notNow}</h2>
      {lawful.length > 0 && <Reasons groups={lawful} />}
      {rest.length > 0 && (
        <details open={alone}>
          <summary>{w.notTheirTurn(rest.reduce((sum, group) => sum + group.acts.length, 0))}</summary>
          <Reasons groups={rest} />
        </details>
      )}
    </section>
  );
}

interface ShutGroup {
  readonly acts: readonly ActView[];
  readonly why: string;
  readonly article: string;
}

function Reasons({ groups }: { readonly groups: readonly ShutGroup[] }): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  return (
    <dl>
      {groups.map((group) => (
        <div key={group.why + group.article} className={group.acts.length < 3 ? 'few' : ''}>
          <dt>{group.acts.map((act) => say(act.label)).join(w.comma)}</dt>
          <dd>
            {group.why}
            {group.article !== '' && <span className="art">{w.by(group.article)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
