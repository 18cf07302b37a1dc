import { sayDay } from '../../domain/days.ts';
import { isAroundFact } from '../../domain/evolve-around.ts';
import { isBesideFact } from '../../domain/evolve-beside.ts';
import { isReviewFact } from '../../domain/evolve-review.ts';
import type { MatterDraft, SubmissionDraft } from '../../domain/facts.ts';
import type { Said } from '../../domain/refusals.ts';
import {
  ANSWERED_LABELS,
  CHANNEL_LABELS,
  NOT_ACCEPTED_LABELS,
  RATING_LABELS,
  ROUTE_LABELS,
  SERVICE_LABELS,
  SIDE_LABELS,
  VERDICT_LABELS,
} from '../../domain/vocabulary.ts';
import { type MoreFact, tellMore, tellPetitionerMore } from './story-more.texts.ts';
import type { Names, Told } from './story-parts.texts.ts';
import { tellPetitionerRecounted, tellRecounted } from './story-recount.texts.ts';
import { tellPetitionerReview, tellReview } from './story-review.texts.ts';

function day(text: string): Said {
  return { zh: sayDay(text, 'zh-CN'), en: sayDay(text, 'en') };
}

function paper(ref: { id: string; number?: string } | undefined): { instrument?: string; number: string } {
  return ref ? { instrument: ref.id, number: ref.number ?? '' } : { number: '' };
}

function withPaper(told: Omit<Told, 'instrument'>, ref: { id: string; number?: string } | undefined): Told {
  const { instrument, number } = paper(ref);
  if (!instrument) return told;
  const detail = told.detail ?? { zh: '', en: '' };
  return {
    ...told,
    instrument,
    detail: {
      zh: `${detail.zh}${detail.zh && number ? '，' : ''}${number}`,
      en: `${detail.en}${detail.en && number ? ', ' : ''}${number}`,
    },
  };
}

function isMore(fact: MatterDraft): fact is MoreFact {
  return isBesideFact(fact) || isAroundFact(fact);
}

/** The story as officers read it. */
export function tellMatter(fact: MatterDraft, names: Names): Told {
  if (isReviewFact(fact)) return tellReview(fact, names);
  if (isMore(fact)) return tellMore(fact, names);
  const { kind, body } = fact;
  switch (kind) {
    case 'Opened':
      return {
        group: 'fact',
        title: { zh: '登记为信访事项', en: 'Registered as a matter' },
        detail: { zh: `${body.requests}项请求`, en: `${body.requests} request(s)` },
      };
    case 'RouteProposed':
      return {
        group: 'fact',
        title: { zh: `建议途径：${ROUTE_LABELS[body.route].zh}`, en: `Route proposed: ${ROUTE_LABELS[body.route].en}` },
      };
    case 'Forwarded': {
      const to = names.body(body.to);
      const due = body.feedbackDue ? day(body.feedbackDue) : undefined;
      return withPaper(
        {
          group: 'paper',
          title:
            body.mode === 'assign'
              ? { zh: `交办给${to.zh}`, en: `Assigned to ${to.en}` }
              : { zh: `转送${to.zh}`, en: `Forwarded to ${to.en}` },
          ...(due ? { detail: { zh: `${due.zh}前反馈`, en: `feedback by ${due.en}` } } : {}),
        },
        body.instrument,
      );
    }
    case 'Signed':
      return { group: 'fact', title: { zh: '签收', en: 'Signed for' } };
    case 'Objected':
      return withPaper(
        { group: 'paper', title: { zh: '提出异议，要求退回', en: 'Objected and asked for return' } },
        body.instrument,
      );
    case 'ObjectionAgreed':
      return { group: 'fact', title: { zh: '同意退回，重新分拨', en: 'Return agreed; to be sent elsewhere' } };
    case 'ObjectionRefused':
      return { group: 'fact', title: { zh: '不同意退回', en: 'Return refused' }, note: body.content };
    case 'Accepted':
      return withPaper(
        {
          group: 'fact',
          title: { zh: '受理', en: 'Accepted' },
          detail: { zh: ROUTE_LABELS[body.route].zh, en: ROUTE_LABELS[body.route].en },
        },
        body.instrument,
      );
    case 'NotAccepted':
      return withPaper(
        { group: 'fact', title: { zh: '不予受理', en: 'Not accepted' }, detail: NOT_ACCEPTED_LABELS[body.reason] },
        body.instrument,
      );
    case 'RoutedOut':
      return withPaper(
        {
          group: 'fact',
          title: { zh: '导入法定途径', en: 'Led into the legal procedure' },
          detail: ROUTE_LABELS[body.route],
        },
        body.instrument,
      );
    case 'AnsweredDirectly':
      return withPaper(
        {
          group: 'fact',
          title: { zh: '直接回复或存', en: 'Answered directly or filed' },
          detail: ANSWERED_LABELS[body.reason],
          ...(body.note ? { note: body.note } : {}),
        },
        body.instrument,
      );
    case 'HandlerNamed':
      return {
        group: 'internal',
        title: { zh: `承办人：${names.account(body.account)}`, en: `Handler: ${names.account(body.account)}` },
      };
    case 'WorkNoted': {
      const kinds = {
        talk: { zh: '谈话', en: 'Talk' },
        visit: { zh: '现场查看', en: 'Visit to the place' },
        evidence: { zh: '收到证据材料', en: 'Evidence taken in' },
      } as const;
      return { group: 'talk', title: kinds[body.kind], detail: day(body.on), note: body.content };
    }
    case 'ExtensionAsked':
      return {
        group: 'internal',
        title: { zh: `提请延长${body.days}日`, en: `Extension of ${body.days} days asked for` },
        note: body.content,
      };
    case 'Extended':
      return withPaper(
        { group: 'fact', title: { zh: `批准延长${body.days}日`, en: `Extended by ${body.days} days` } },
        body.instrument,
      );
    case 'ExtensionRefused':
      return { group: 'internal', title: { zh: '不同意延长', en: 'Extension refused' }, note: body.content };
    case 'Drafted':
      return {
        group: 'internal',
        title: { zh: `处理意见第${body.version}稿送签`, en: `Draft ${body.version} put before the head` },
      };
    case 'DraftReturned':
      return {
        group: 'internal',
        title: { zh: `第${body.version}稿退回修改`, en: `Draft ${body.version} returned` },
        note: body.content,
      };
    case 'OpinionIssued': {
      const verdicts = body.verdicts.map((verdict) => VERDICT_LABELS[verdict]);
      return withPaper(
        {
          group: 'paper',
          title: { zh: '签发书面答复', en: 'Written answer issued' },
          detail: { zh: verdicts.map((one) => one.zh).join('、'), en: verdicts.map((one) => one.en).join(', ') },
        },
        body.instrument,
      );
    }
    case 'Served': {
      const on = day(body.on);
      return {
        group: 'fact',
        title: { zh: `送达：${SERVICE_LABELS[body.way].zh}`, en: `Served: ${SERVICE_LABELS[body.way].en}` },
        detail: { zh: on.zh, en: on.en },
        ...(body.content ? { note: body.content } : {}),
      };
    }
    case 'Rated':
      return {
        group: 'fact',
        title: {
          zh: `评价${SIDE_LABELS[body.side].zh}：${RATING_LABELS[body.level].zh}`,
          en: `${SIDE_LABELS[body.side].en} rated: ${RATING_LABELS[body.level].en}`,
        },
        ...(body.content ? { note: body.content } : {}),
      };
    case 'Withdrawn':
      return { group: 'fact', title: { zh: '信访人撤回', en: 'Withdrawn by the petitioner' }, note: body.content };
    case 'DatesRecounted':
      return tellRecounted(body);
    case 'SealedScanStored':
      return { group: 'paper', title: { zh: '存入盖章件', en: 'Stamped sheet stored' }, instrument: body.instrument };
    case 'ImportedOpened':
      return { group: 'fact', title: { zh: '从历史台账转入', en: 'Taken over from a historical ledger' } };
    case 'ImportedTransferred':
      return {
        group: 'fact',
        title: { zh: `来源记载转办${body.times}次`, en: `The source states ${body.times} transfer(s)` },
      };
    case 'ImportedAnswered':
      return {
        group: 'fact',
        title: { zh: '来源记载已答复', en: 'Answered, as the source states' },
        detail: day(body.on),
        note: body.content,
      };
  }
}

export function tellSubmission(fact: SubmissionDraft, names: Names): Told {
  switch (fact.kind) {
    case 'SubmissionErased':
      return {
        group: 'fact',
        title: { zh: '保管期满，来信内容已销毁', en: 'Term over: what the letter said was erased' },
        detail: day(fact.body.on),
      };
    case 'CodeReplaced':
      return {
        group: 'internal',
        title: { zh: '补发查询码，原码作废', en: 'Query code replaced; the old one is void' },
      };
    case 'Received': {
      const channel = CHANNEL_LABELS[fact.body.channel];
      const body = names.body(fact.body.body);
      return {
        group: 'fact',
        title: { zh: `${channel.zh}，${body.zh}收到`, en: `${channel.en}, received by ${body.en}` },
      };
    }
    case 'Registered':
      return { group: 'fact', title: { zh: '登记', en: 'Registered' } };
    case 'DatesRecounted':
      return tellRecounted(fact.body);
    case 'PapersAdded':
      return {
        group: 'paper',
        title:
          fact.body.by === 'petitioner'
            ? { zh: '信访人补充材料', en: 'Papers added by the petitioner' }
            : { zh: '单位补充材料', en: 'Papers added by the body' },
        note: fact.body.content,
        files: fact.body.files,
      };
    case 'MattersChanged':
      return { group: 'internal', title: { zh: '事项有分合', en: 'Matters were split or merged' } };
    case 'AuthorityShown':
      return { group: 'fact', title: { zh: '委托书已核对', en: 'Authority shown' }, note: fact.body.content };
    case 'SuccessorNamed':
      return { group: 'fact', title: { zh: '登记继续人', en: 'Successor named' } };
    case 'PeopleAdded':
      return {
        group: 'fact',
        title: { zh: `又有${fact.body.count}人留了姓名`, en: `${fact.body.count} more gave their names` },
      };
    case 'KeeperChanged': {
      const to = names.body(fact.body.to);
      return { group: 'internal', title: { zh: `改由${to.zh}专管`, en: `Kept by ${to.en}` } };
    }
    case 'DangerFlagged':
      return {
        group: 'internal',
        title: { zh: '可能有人身危险，已提醒值班', en: 'Possible danger to life; the officer on duty is alerted' },
      };
    case 'AlarmAcknowledged':
      return {
        group: 'internal',
        title: { zh: '值班已处理提醒', en: 'The officer on duty has acted' },
        note: fact.body.content,
      };
    case 'DangerLifted':
      return { group: 'internal', title: { zh: '危险提醒解除', en: 'The alert is lifted' }, note: fact.body.content };
    case 'UrgentReported': {
      const to = fact.body.to.map((id) => names.body(id));
      return {
        group: 'paper',
        title: {
          zh: `紧急专报：${to.map((one) => one.zh).join('、')}`,
          en: `Urgent report to ${to.map((one) => one.en).join(', ')}`,
        },
      };
    }
    case 'UrgentReceived': {
      const who = names.body(fact.body.body);
      return { group: 'internal', title: { zh: `${who.zh}收到专报`, en: `${who.en} received the urgent report` } };
    }
    case 'BodySucceeded': {
      const [from, to] = [names.body(fact.body.from), names.body(fact.body.to)];
      return {
        group: 'fact',
        title: { zh: `机构调整：${from.zh}由${to.zh}接续`, en: `${to.en} takes over from ${from.en}` },
      };
    }
    case 'ImportedReceived':
      return { group: 'fact', title: { zh: '来源记载收到', en: 'Received, as the source states' } };
  }
}

/** The story as the petitioner reads it: what was done, by whom. Internal steps are not told (law.md §2.5). */
export function tellPetitioner(fact: MatterDraft, names: Names): Said | undefined {
  if (isReviewFact(fact)) return tellPetitionerReview(fact, names);
  if (isMore(fact)) return tellPetitionerMore(fact, names);
  const { kind, body } = fact;
  switch (kind) {
    case 'Opened':
      return { zh: '登记好了。', en: 'Registered.' };
    case 'Forwarded': {
      const to = names.body(body.to);
      return { zh: `转给${to.zh}办理，因为这件事归它管。`, en: `Passed to ${to.en}, whose business it is.` };
    }
    case 'Signed':
      return { zh: '收到了转来的材料。', en: 'Received the papers.' };
    case 'ObjectionAgreed':
      return {
        zh: '承办单位认为不归它管，说明了理由，材料退回来重新转。',
        en: 'The body gave reasons why it is not competent; the papers came back to be passed on again.',
      };
    case 'Accepted':
      return { zh: '受理了，开始办理。', en: 'Accepted; work has begun.' };
    case 'NotAccepted':
      return {
        zh: `决定不予受理：${NOT_ACCEPTED_LABELS[body.reason].zh}。告知书写明了您可以找哪里。`,
        en: `Not accepted: ${NOT_ACCEPTED_LABELS[body.reason].en}. The notice says where you can turn.`,
      };
    case 'RoutedOut':
      return {
        zh: '这件事要走法定途径。告知书写明了去哪里、多少天、带什么材料。',
        en: 'This goes through a legal procedure. The notice names the body, the time limit and the papers to bring.',
      };
    case 'AnsweredDirectly':
      return { zh: '直接答复了您。', en: 'Answered you directly.' };
    case 'WorkNoted':
      return body.kind === 'talk'
        ? { zh: '找有关的人谈了话，做了记录。', en: 'Talked with the people concerned and made a record.' }
        : body.kind === 'visit'
          ? { zh: '到现场看了。', en: 'Went to see the place.' }
          : { zh: '收集了证据材料。', en: 'Gathered evidence.' };
    case 'Extended':
      return {
        zh: `经负责人批准，办理期限延长${body.days}日，告知书写明了理由。`,
        en: `With the head’s approval the period was extended by ${body.days} days; the notice gives the reason.`,
      };
    case 'OpinionIssued':
      return { zh: '写好了书面答复，正在送给您。', en: 'The written answer is issued and on its way to you.' };
    case 'Served':
      if (body.way === 'notice')
        return {
          zh: '送不到您手里，公告满30日，算作送达。书面答复就在下面。',
          en: 'It could not be handed to you; published for 30 days, it counts as served. The answer is below.',
        };
      return {
        zh: `书面答复送到了（${SERVICE_LABELS[body.way].zh}）。`,
        en: `The written answer reached you (${SERVICE_LABELS[body.way].en}).`,
      };
    case 'Rated':
      return {
        zh: `您评价了${SIDE_LABELS[body.side].zh}：${RATING_LABELS[body.level].zh}。`,
        en: `You rated the ${SIDE_LABELS[body.side].en}: ${RATING_LABELS[body.level].en}.`,
      };
    case 'Withdrawn':
      return { zh: '您撤回了。以后还可以再提。', en: 'You withdrew it. You may raise it again.' };
    case 'ImportedOpened':
      return { zh: '从以前的台账转入。', en: 'Taken over from an earlier ledger.' };
    case 'DatesRecounted':
      return tellPetitionerRecounted(body);
    case 'ImportedAnswered':
      return { zh: '来源记载：已答复。', en: 'Answered, as the source states.' };
    case 'RouteProposed':
    case 'Objected':
    case 'ObjectionRefused':
    case 'HandlerNamed':
    case 'ExtensionAsked':
    case 'ExtensionRefused':
    case 'Drafted':
    case 'DraftReturned':
    case 'SealedScanStored':
    case 'ImportedTransferred':
      return undefined;
  }
}
