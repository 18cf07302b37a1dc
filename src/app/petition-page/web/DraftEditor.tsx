import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { maskName } from '../../../domain/ids.ts';
import { ROUTES } from '../../../domain/vocabulary.ts';
import { checkDraft } from '../../../petition/5-reply/draft-checks.rules.ts';
import { draftRoute } from '../../../petition/5-reply/reply.contract.ts';
import { DraftChecks } from '../../../petition/5-reply/web/DraftChecks.tsx';
import { OpinionItemEditor } from '../../../petition/5-reply/web/OpinionItemEditor.tsx';
import { OpinionPaper } from '../../../petition/5-reply/web/OpinionPaper.tsx';
import { useAct } from '../../../ui/staff/act.ts';
import { Clock } from '../../../ui/staff/Clock.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { ErrorSummary, type Fault, faultOf, useFaults } from '../../../ui/staff/ErrorSummary.tsx';
import { notice } from '../../../ui/staff/notice.tsx';
import { Page } from '../../../ui/staff/Page.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { matterQuery } from '../../desk/web/desk-data.ts';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { ApprovalChain } from './ApprovalChain.tsx';
import './draft-page.css';
import { DRAFT_PAGE_TEXTS } from './draft-page.texts.ts';
import { paperOf } from './opinion-paper.ts';
import { handlingClock, sortClocks, type Task } from './page-model.ts';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';
import { useDraft } from './use-draft.ts';

/** Left what 条例 32 asks, in the middle the answer request by request, right the paper it will be. */
export function DraftEditor({ page, task }: { readonly page: PetitionPageModel; readonly task: Task }): ReactNode {
  const w = useWords(DRAFT_PAGE_TEXTS);
  const pw = useWords(PETITION_PAGE_TEXTS);
  const say = useSay();
  const dates = useDates();
  const navigate = useNavigate();
  const client = useQueryClient();
  const act = useAct(draftRoute);
  const said = useFaults();
  const draft = useDraft(page, task);
  // As it was when sending was tried: a list that changed under the typing hands would take the focus away.
  const [stoppedBy, setStoppedBy] = useState<readonly Fault[]>([]);
  const { items } = draft;
  const route = ROUTES.find((one) => one === task.route);
  const checks = useMemo(
    () =>
      checkDraft({
        items,
        requests: page.requests.length,
        route,
        reviewers: page.reviewers.length,
        today: page.today,
      }),
    [items, page.requests.length, page.reviewers.length, page.today, route],
  );
  const gaps: readonly Fault[] = checks
    .filter((check) => !check.holds && check.weight === 'must')
    .map((check) => ({ text: say(check.said), field: check.field }));
  const faults = gaps.length > 0 && stoppedBy.length > 0 ? stoppedBy : said(act.error);
  const shown = useDeferredValue(items);
  const version = (task.draft?.version ?? 0) + 1;
  const open = page.acts.find((one) => one.id === 'draft');
  const { running } = sortClocks(page.clocks);
  const own = handlingClock(page, task.id);
  const clock = own?.outcome === 'running' ? own : running[0];
  const who = pw.andOthers(page.who === '' ? pw.anonymous : maskName(page.who), page.petitioners);

  async function send(): Promise<void> {
    setStoppedBy(gaps);
    if (gaps.length > 0 || draft.torn || !open?.open) return;
    const done = await act.send({
      params: { matter: page.matter },
      body: { assignment: task.id, items: [...items] },
    });
    const { queryKey } = matterQuery(page.matter);
    if (done === undefined) {
      void client.invalidateQueries({ queryKey });
      return;
    }
    draft.forget();
    notice(w.sent(version));
    await client.invalidateQueries({ queryKey });
    void client.invalidateQueries({ queryKey: ['desk'] });
    void navigate({ to: '/matter/$matter', params: { matter: page.matter } });
  }

  useDraftKeys(() => void send());

  return (
    <Page title={`${w.title(who)} ${page.matter}`} className="dp" scrolls={false}>
      <header className="dp-head">
        <Link to="/matter/$matter" params={{ matter: page.matter }} title={w.back}>
          <span className="gone">{w.back} </span>
          {page.matter}
        </Link>
        <h1>{w.title(who)}</h1>
        <span className="tag">{w.version(version)}</span>
        {clock !== undefined && (
          <Clock
            due={clock.due}
            startedOn={clock.from}
            level={clock.level}
            daysLeft={clock.daysLeft}
            share={clock.share}
          />
        )}
        <span className="grow" />
        <span className="s f">
          {draft.savedAt === undefined ? w.notKept : draft.savedAt === '' ? '' : w.saved(dates.time(draft.savedAt))}
        </span>
        <b className="s">{gaps.length > 0 ? w.missing(gaps.length) : w.nothingMissing}</b>
        <Button type="primary" loading={act.pending} onClick={() => void send()}>
          {w.send}
        </Button>
      </header>
      <section className="dp-left" aria-label={w.left}>
        <DraftChecks checks={checks} />
        <ApprovalChain page={page} task={task} />
        <p className="hint dp-tip">{w.keySend}</p>
      </section>
      <section className="dp-edit" aria-label={w.editor}>
        {open !== undefined && !open.open && (
          <div className="wrong" role="alert">
            <p>
              {w.closed}
              {open.refusal === undefined ? '' : say(open.refusal.said)} {w.closedKept}
            </p>
          </div>
        )}
        {draft.torn && (
          <div className="wrong" role="alert">
            <p>{w.newer(version - 1)}</p>
            <div className="acts">
              <Button onClick={() => draft.choose('kept')}>{w.keptOne}</Button>
              <Button onClick={() => draft.choose('sent')}>{w.sentOne(version - 1)}</Button>
            </div>
          </div>
        )}
        <ErrorSummary faults={faults} />
        {items.map((item, at) => (
          <OpinionItemEditor
            // biome-ignore lint/suspicious/noArrayIndexKey: requests keep their order
            key={at}
            at={at}
            item={item}
            own={at < page.requests.length}
            change={draft.change}
            faultOf={(field) => (faultOf(stoppedBy, field) === undefined ? undefined : faultOf(gaps, field))}
          />
        ))}
        <Remedy page={page} reviewable={route === '31(6)'} />
      </section>
      <section className="dp-paper" aria-label={w.preview}>
        <div className="dp-paper-bar">
          <h2>{w.preview}</h2>
          <span className="s q">{w.format}</span>
          <button type="button" className="bare link s" onClick={() => print()}>
            {w.print}
          </button>
        </div>
        <OpinionPaper {...paperOf(page, task, shown)} />
      </section>
    </Page>
  );
}

function Remedy({ page, reviewable }: { readonly page: PetitionPageModel; readonly reviewable: boolean }): ReactNode {
  const w = useWords(DRAFT_PAGE_TEXTS);
  const say = useSay();
  return (
    <section className="item">
      <div className="item-head">
        <h2>{w.remedy}</h2>
        <span className="art">{w.remedyAuto}</span>
      </div>
      <p className="q s">
        {reviewable ? w.reviewAt(page.reviewers.map((one) => say(one.name)).join(w.or)) : w.otherRemedy}
      </p>
    </section>
  );
}

/** Ctrl+Enter sends; Alt and a digit goes to that request. */
function useDraftKeys(send: () => void): void {
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    function onKey(event: KeyboardEvent): void {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        latest.current();
      }
      const digit = event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined;
      if (digit === undefined) return;
      const field = document.getElementById(`items.${Number(digit) - 1}.finding`);
      if (field === null) return;
      event.preventDefault();
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
