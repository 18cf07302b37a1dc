import { PAPER_KINDS } from '../../../alongside/documents/paper.contract.ts';
import { ROUTES } from '../../../domain/vocabulary.ts';
import { replyKind } from '../../../petition/5-reply/reply.papers.rules.ts';
import type { OpinionItem } from '../../../petition/5-reply/reply.rules.ts';
import type { OpinionPaperProps } from '../../../petition/5-reply/web/OpinionPaper.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import type { Task } from './page-model.ts';

type ShownItem = NonNullable<Task['draft']>['items'][number];

/** Items as the rules take them: a day that was left out is absent, not undefined. */
export function itemsOf(items: readonly ShownItem[]): readonly OpinionItem[] {
  return items.map(({ executeBy, ...item }) => (executeBy === undefined ? item : { ...item, executeBy }));
}

/** The answer of this task as a paper, from what the page shows: the server composes it in the same way. */
export function paperOf(page: PetitionPageModel, task: Task, items: readonly ShownItem[]): OpinionPaperProps {
  const route = ROUTES.find((one) => one === task.route);
  const kind = replyKind(route);
  const name = page.who === '' ? '信访人' : page.who;
  const addressee = page.petitioners > 1 ? `${name}等${page.petitioners}人` : name;
  return {
    number: page.matter,
    title: page.title,
    heading: kind === 'opinion' ? `关于${addressee}信访事项的处理意见` : PAPER_KINDS[kind].zh,
    addressee,
    issuer: task.body.name.zh,
    receivedOn: task.signedOn ?? page.receivedOn,
    sender: task.mode === 'own' ? undefined : task.from.name.zh,
    acceptedOn: task.acceptedOn ?? page.today,
    extendedDays: task.extendedDays,
    route,
    items: itemsOf(items),
    reviewers: page.reviewers,
    today: page.today,
  };
}
