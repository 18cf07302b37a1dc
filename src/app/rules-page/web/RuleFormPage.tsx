import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { BodyPicker } from '../../../actors/bodies/web/BodyPicker.tsx';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import { DivisionPicker } from '../../../actors/bodies/web/DivisionPicker.tsx';
import { previewPack, publishPack } from '../../../actors/rulebook/packs.contract.ts';
import type { Received } from '../../../platform/http/route.contract.ts';
import { useAct } from '../../../ui/staff/act.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { ApiErrorSummary, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Failed, Page, Waiting } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { PreviewPanel } from './PreviewPanel.tsx';
import './rules.css';
import { draftFrom, layerOfDraft, type RuleDraft } from './rule-form.rules.ts';
import { type Layer, type Packs, packsQuery } from './rules-data.ts';
import { RULES_TEXTS } from './rules-page.texts.ts';
import { ClockTable, SettingTable } from './ValueTables.tsx';

const REFRESHES = [['packs'], ['recounts']];

/** A new version of a set of rules, or a new set: values beside the old ones, a preview, and publishing; /desk/rules/new. */
export function RuleFormPage(): ReactNode {
  const w = useWords(RULES_TEXTS);
  const { of } = useSearch({ from: '/rules/new' });
  const read = useQuery(packsQuery);
  if (read.data === undefined)
    return (
      <Page title={w.newSet} className="adm">
        {read.isError ? <Failed error={read.error} retry={() => void read.refetch()} /> : <Waiting lines={10} />}
      </Page>
    );
  const last = read.data.layers.find(({ layer }) => layer.id === of);
  return <RuleForm key={last?.key ?? ''} packs={read.data} last={last} />;
}

type Sent = Parameters<ReturnType<typeof useAct<typeof publishPack>>['send']>[0]['body'];

function RuleForm({ packs, last }: { readonly packs: Packs; readonly last: Layer | undefined }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const navigate = useNavigate();
  const faults = useFaults();
  /* What was published is what the schema took. */
  const before = last?.layer as Parameters<typeof draftFrom>[0];
  const [draft, setDraft] = useState<RuleDraft>(() => draftFrom(before, packs.today));
  const [looked, setLooked] = useState<{ readonly of: string; readonly seen: Received<typeof previewPack> }>();
  const look = useAct(previewPack);
  const publish = useAct(publishPack, REFRESHES);
  const set = (change: Partial<RuleDraft>): void => setDraft((old) => ({ ...old, ...change }));
  const layer = layerOfDraft(draft, before);
  const written = JSON.stringify(layer);
  const fresh = looked?.of === written;
  const error = publish.error ?? look.error;
  const seen = looked?.seen;
  const fault = (field: string): string | undefined => {
    const found = seen?.problems.find((one) => one.field === field);
    return faultOf(faults(error), field) ?? (found && say(found.said));
  };
  const title = last === undefined ? w.formNew : w.formVersion(say(last.layer.name), draft.version);

  async function preview(): Promise<void> {
    const answer = await look.send({ body: layer as Sent });
    if (answer !== undefined) setLooked({ of: written, seen: answer });
  }

  async function go(): Promise<void> {
    const done = await publish.send({ body: layer as Sent });
    if (done === undefined) return;
    notice(w.published(done.key));
    if (done.run === undefined) await navigate({ to: '/rules' });
    else await navigate({ to: '/recount/$run', params: { run: done.run } });
  }

  return (
    <Page title={title} className="adm">
      <header className="adm-head">
        <Link to="/rules" className="s q">
          {w.rules}
        </Link>
        <h1>{title}</h1>
      </header>
      <ApiErrorSummary error={error} />
      <form
        className="adm-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void preview();
        }}
      >
        <div className="stack">
          <Head draft={draft} set={set} fault={fault} fixed={last !== undefined} />
          <ClockTable national={packs.national} last={last} draft={draft} set={set} fault={fault} />
          <SettingTable national={packs.national} last={last} draft={draft} set={set} fault={fault} />
        </div>
        <aside className="adm-beside" aria-label={w.previewTitle}>
          <div className="acts">
            <Button htmlType="submit" loading={look.pending}>
              {w.preview}
            </Button>
            <span className="s f">{w.previewNote}</span>
          </div>
          {fresh && seen !== undefined ? (
            <>
              <PreviewPanel seen={seen} from={draft.effectiveFrom} />
              {seen.problems.length === 0 && (
                <div className="acts">
                  <Button type="primary" loading={publish.pending} onClick={() => void go()}>
                    {w.publish}
                  </Button>
                  <span className="s f">{w.publishNote}</span>
                </div>
              )}
            </>
          ) : (
            <p className="s q">{w.previewFirst}</p>
          )}
        </aside>
      </form>
    </Page>
  );
}

interface HeadProps {
  readonly draft: RuleDraft;
  readonly set: (change: Partial<RuleDraft>) => void;
  readonly fault: (field: string) => string | undefined;
  /** A further version keeps id, kind and place. */
  readonly fixed: boolean;
}

function Head({ draft, set, fault, fixed }: HeadProps): ReactNode {
  const w = useWords(RULES_TEXTS);
  const line = (
    field: string,
    label: string,
    value: string,
    change: (text: string) => void,
    hint?: string,
  ): ReactNode => (
    <Field id={field} label={label} fault={fault(field)} {...(hint === undefined ? {} : { hint })}>
      {(tied) => <Input {...tied} maxLength={200} value={value} onChange={(event) => change(event.target.value)} />}
    </Field>
  );
  return (
    <div className="stack">
      {!fixed && (
        <>
          {line('id', w.id, draft.id, (id) => set({ id }), w.idHint)}
          <Choice
            id="level"
            label={w.level}
            inline
            value={draft.reach}
            onChange={(reach) => set({ reach })}
            options={[
              { value: 'region', label: w.region, more: w.regionMore },
              { value: 'everywhere', label: w.everywhere, more: w.everywhereMore },
              { value: 'sector', label: w.sector, more: w.sectorMore },
            ]}
          />
          {draft.reach === 'region' && (
            <DivisionPicker
              id="division"
              label={w.place}
              value={draft.division}
              onChange={(division) => set({ division })}
              fault={fault('division')}
            />
          )}
        </>
      )}
      {draft.reach === 'sector' && <Bodies draft={draft} set={set} fault={fault('bodies')} />}
      <div className="two">
        {line('name', w.nameZh, draft.nameZh, (nameZh) => set({ nameZh }))}
        {line('name.en', w.nameEn, draft.nameEn, (nameEn) => set({ nameEn }))}
      </div>
      <div className="two">
        {line('basis', w.basisZh, draft.basisZh, (basisZh) => set({ basisZh }))}
        {line('basis.en', w.basisEn, draft.basisEn, (basisEn) => set({ basisEn }))}
      </div>
      <Field id="effectiveFrom" label={w.from} fault={fault('effectiveFrom')}>
        {(tied) => (
          <Input
            {...tied}
            type="date"
            value={draft.effectiveFrom}
            onChange={(event) => set({ effectiveFrom: event.target.value })}
          />
        )}
      </Field>
      <Choice
        id="running"
        label={w.running}
        value={draft.running}
        onChange={(running) => set({ running })}
        options={[
          { value: 'keep', label: w.keep, more: w.keepMore },
          { value: 'recount', label: w.recount, more: w.recountMore },
        ]}
      />
      {fault('values') !== undefined && <p className="hint fault">{fault('values')}</p>}
    </div>
  );
}

function Bodies({
  draft,
  set,
  fault,
}: Pick<HeadProps, 'draft' | 'set'> & { readonly fault: string | undefined }): ReactNode {
  const w = useWords(RULES_TEXTS);
  const say = useSay();
  const all = useBodies();
  const names = new Map(all.map((body) => [body.id, say(body.name)]));
  return (
    <div className="stack">
      <ul className="adm-chips" aria-label={w.bodies}>
        {draft.bodies.map((id) => (
          <li key={id} className="tag">
            {names.get(id) ?? id}{' '}
            <button
              type="button"
              className="bare"
              aria-label={w.of(names.get(id) ?? id, w.remove)}
              onClick={() => set({ bodies: draft.bodies.filter((other) => other !== id) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <BodyPicker
        id="bodies"
        label={w.addBody}
        value={undefined}
        fault={fault}
        onChange={(id) => set({ bodies: draft.bodies.includes(id) ? draft.bodies : [...draft.bodies, id] })}
      />
    </div>
  );
}
