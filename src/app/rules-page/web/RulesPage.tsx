import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { endPack } from '../../../actors/rulebook/packs.contract.ts';
import { Dialog } from '../../../ui/staff/Dialog.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { notice } from '../../../ui/staff/notice.tsx';
import { Empty, Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { SpecForm } from '../../../ui/staff/SpecForm.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { ChangesTable } from './ChangesTable.tsx';
import { NationalTable } from './NationalTable.tsx';
import { RunList } from './RunList.tsx';
import './rules.css';
import { type Layer, type Packs, packsQuery } from './rules-data.ts';
import { RULES_TEXTS } from './rules-page.texts.ts';

/** The rules of the installation: of places and sectors with their versions, and the national values, at /desk/rules. */
export function RulesPage(): ReactNode {
  const w = useWords(RULES_TEXTS);
  const read = useQuery(packsQuery);
  return (
    <Page title={w.rules} className="adm">
      <header className="adm-head">
        <h1>{w.rules}</h1>
        <p className="s q">{w.rulesWhy}</p>
      </header>
      {read.isPending ? (
        <Waiting lines={10} />
      ) : read.isError ? (
        <Failed error={read.error} retry={() => void read.refetch()} />
      ) : (
        <>
          <Sets packs={read.data} again={() => void read.refetch()} />
          <RunList only="pack" />
          <NationalTable national={read.data.national} />
        </>
      )}
    </Page>
  );
}

function Sets({ packs, again }: { readonly packs: Packs; readonly again: () => void }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const ids = [...new Set(packs.layers.map(({ layer }) => layer.id))];
  return (
    <section aria-label={w.sets}>
      <div className="adm-head">
        <h2>{w.sets}</h2>
        <span className="grow" />
        <Link to="/rules/new" search={{}} className="do">
          {w.newSet}
        </Link>
      </div>
      {ids.length === 0 ? (
        <Empty title={w.noSets}>
          <p>{w.noSetsWhy}</p>
        </Empty>
      ) : (
        ids.map((id) => (
          <OneSet
            key={id}
            versions={packs.layers.filter(({ layer }) => layer.id === id)}
            today={packs.today}
            again={again}
          />
        ))
      )}
    </section>
  );
}

/** A set of rules, its newest version first. */
function OneSet({
  versions,
  today,
  again,
}: {
  readonly versions: readonly Layer[];
  readonly today: string;
  readonly again: () => void;
}): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const [newest] = versions;
  if (newest === undefined) return null;
  const { layer } = newest;
  return (
    <article className="adm-set">
      <header>
        <h3>{say(layer.name)}</h3>
        <span className="s q">
          {layer.id} · {newest.place === undefined ? w.sector : say(newest.place.name)}
        </span>
        <span className="grow" />
        <Link to="/rules/new" search={{ of: layer.id }} className="do s">
          {w.newVersion}
        </Link>
        {newest.state !== 'ended' && (
          <button type="button" className="bare link s" onClick={() => setEnding(true)}>
            {w.end}
          </button>
        )}
      </header>
      {versions.map((one, at) => (
        <Version key={one.key} one={one} open={at === 0} />
      ))}
      {ending && (
        <Dialog title={`${w.end}：${say(layer.name)}`} close={() => setEnding(false)}>
          <SpecForm
            contract={endPack}
            name={`end.${layer.id}`}
            params={{ id: layer.id }}
            slot={{
              onDone: () => {
                setEnding(false);
                notice(w.endDone);
                again();
              },
              onConflict: again,
            }}
            fields={[
              {
                kind: 'day',
                name: 'until',
                label: RULES_TEXTS.endUntil,
                need: RULES_TEXTS.endNeed,
                min: today > layer.effectiveFrom ? today : layer.effectiveFrom,
              },
            ]}
            button={RULES_TEXTS.end}
            note={RULES_TEXTS.endNote}
          />
        </Dialog>
      )}
    </article>
  );
}

function Version({ one, open }: { readonly one: Layer; readonly open: boolean }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const dates = useDates();
  const { layer } = one;
  const until = layer.effectiveTo === undefined ? undefined : dates.full(layer.effectiveTo);
  return (
    <details className="adm-version" open={open}>
      <summary>
        <b>{w.version(layer.version)}</b>
        <span>{w.effective(dates.full(layer.effectiveFrom), until)}</span>
        <span className="tag">{w[one.state]}</span>
        <span className="s q">{w[layer.running]}</span>
        <span className="s f">{w.publishedBy(dates.full(one.publishedOn), one.publishedBy)}</span>
      </summary>
      <div>
        <dl className="adm-facts">
          <dt>{w.basis}</dt>
          <dd>{say(layer.basis)}</dd>
          {one.bodies !== undefined && (
            <>
              <dt>{w.binds}</dt>
              <dd>{one.bodies.map((body) => say(body.name)).join('、')}</dd>
            </>
          )}
        </dl>
        <ChangesTable changes={one.changes} />
      </div>
    </details>
  );
}
