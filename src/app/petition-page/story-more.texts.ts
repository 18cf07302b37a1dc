import type { AroundFacts } from '../../domain/facts-around.ts';
import type { BesideFacts } from '../../domain/facts-beside.ts';
import {
  ADOPTION_LABELS,
  EX_OFFICIO_LABELS,
  MEDIATION_LABELS,
  ORDER_DEFECT_LABELS,
  PROPOSAL_LABELS,
  REVISIT_LABELS,
} from '../../domain/proceedings.ts';
import type { Said } from '../../domain/refusals.ts';
import { ROUTE_LABELS, SIDE_LABELS } from '../../domain/vocabulary.ts';
import { tellFile } from './story-file.texts.ts';
import { ASKED_RECUSAL, by, day, type Names, withSheet as paper, type Told, told } from './story-parts.texts.ts';

type More = BesideFacts & AroundFacts;
export type MoreFact = { [K in keyof More]: { readonly kind: K; readonly body: More[K] } }[keyof More];

/** The proceedings beside handling, as officers read them. */
export function tellMore(fact: MoreFact, names: Names): Told {
  const { kind, body } = fact;
  switch (kind) {
    case 'DisputeRaised': {
      const arbiter = names.body(body.arbiter);
      return told('fact', `提请${arbiter.zh}指定受理单位`, `${arbiter.en} asked to decide who is competent`, {
        note: body.content,
      });
    }
    case 'CompetenceDecided': {
      const to = names.body(body.to);
      return told('fact', `指定${to.zh}受理`, `${to.en} named as competent`, paper(body.instrument));
    }
    case 'SupplementAsked':
      return told('paper', '请信访人补材料', 'Asked the petitioner for papers', paper(body.instrument, by(body.due)));
    case 'SupplementCame':
      return told('fact', '材料已补', 'The papers have come', body.content ? { note: body.content } : {});
    case 'RevertedToOrdinary':
      return told('fact', '转为普通程序', 'Back to the ordinary procedure', { note: body.content });
    case 'InterestDeclared': {
      const who = names.account(body.account);
      return told(
        'internal',
        body.by === 'petitioner' ? `信访人申请${who}回避` : `${who}申报利害关系`,
        body.by === 'petitioner' ? `The petitioner asks that ${who} withdraw` : `${who} declared an interest`,
        { note: body.content },
      );
    }
    case 'RecusalDecided': {
      const who = names.account(body.account);
      return told(
        'fact',
        body.granted ? `决定${who}回避` : `决定${who}不回避`,
        body.granted ? `${who} withdraws` : `${who} need not withdraw`,
        paper(body.instrument),
      );
    }
    case 'ContributionAsked': {
      const asked = names.body(body.body);
      return told(
        'paper',
        `请${asked.zh}协办`,
        `${asked.en} asked to contribute`,
        paper(body.instrument, by(body.due)),
      );
    }
    case 'Contributed': {
      const gave = names.body(body.body);
      return told('internal', `${gave.zh}回复协办意见`, `Contribution of ${gave.en}`, { note: body.content });
    }
    case 'HearingOrdered':
      return told('paper', '决定听证', 'Hearing ordered', {
        ...paper(body.instrument, day(body.heldOn)),
        ...(body.content ? { note: body.content } : {}),
      });
    case 'HearingHeld':
      return told('talk', '听证笔录', 'Minutes of the hearing', { detail: day(body.on), note: body.content });
    case 'HearingConcluded':
      return told(
        'paper',
        body.held ? '听证结论' : '听证取消',
        body.held ? 'Hearing concluded' : 'Hearing called off',
        {
          note: body.content,
          ...paper(body.instrument),
        },
      );
    case 'MediationBegun':
      return told('talk', `开始${MEDIATION_LABELS[body.kind].zh}`, `${MEDIATION_LABELS[body.kind].en} begun`, {
        note: body.content,
      });
    case 'MediationEnded':
      return told(
        'fact',
        body.agreed ? '达成调解协议' : '调解没有达成',
        body.agreed ? 'Agreement reached' : 'No agreement reached',
        {
          note: body.content,
          ...paper(body.instrument),
        },
      );
    case 'PerformanceNoted':
      return told(
        'talk',
        body.kept ? `第${body.promise + 1}项约定已履行` : `第${body.promise + 1}项约定没有履行`,
        body.kept ? `Promise ${body.promise + 1} kept` : `Promise ${body.promise + 1} not kept`,
        { note: body.content },
      );
    case 'ConfirmationNoted': {
      const steps = {
        applied: { zh: '共同申请司法确认', en: 'Judicial confirmation asked for' },
        confirmed: { zh: '法院确认协议有效', en: 'The court confirmed the agreement' },
        refused: { zh: '法院没有确认', en: 'The court did not confirm it' },
      } as const;
      return { group: 'fact', title: steps[body.step], note: body.content };
    }
    case 'Settled':
      return told('fact', '协议履行，和解办结', 'Agreement kept; concluded as settled', { note: body.content });
    case 'ExtensionConsented':
      return told('internal', '交办单位同意延长', 'The assigner consents to the extension');
    case 'EndedForProcedure':
      return told(
        'fact',
        '已进法定程序，终止办理',
        'In a legal procedure; handling ended',
        paper(body.instrument, ROUTE_LABELS[body.route]),
      );
    case 'RemedyCorrected':
      return told(
        'paper',
        '更正救济告知，期限重新起算',
        'Notice of remedy corrected; the period runs anew',
        paper(body.instrument),
      );
    case 'ExecutionReported':
      return told(
        'fact',
        body.done ? '报告已落实' : '报告落实进度',
        body.done ? 'Reported as carried out' : 'Progress reported',
        {
          note: body.content,
        },
      );
    case 'ResultReported':
      return told('paper', '报办结报告', 'Result reported', paper(body.instrument));
    case 'ReportAccepted':
      return told('internal', '办结报告认定', 'Report accepted');
    case 'ReportReturned':
      return told('internal', '办结报告退回', 'Report returned', { note: body.content });
    case 'WithdrawalTakenBack':
      return told('fact', '信访人收回撤回', 'The petitioner took the withdrawal back', { note: body.content });
    case 'ContinuedExOfficio':
      return told('fact', '依职权继续办理', 'Continued of its own motion', {
        detail: EX_OFFICIO_LABELS[body.reason],
        note: body.content,
      });
    case 'DeathNoted':
      return told('fact', '得知信访人去世', 'The petitioner’s death became known', { note: body.content });
    case 'SuccessionNoted':
      return told('fact', '继续人接着办', 'A successor goes on with it');
    case 'EndedWithoutSuccessor':
      return told('fact', '无人继续，终止', 'Nobody continued it; ended', { note: body.content });
    default:
      return tellAround({ kind, body } as AroundFact, names, paper);
  }
}

type AroundFact = { [K in keyof AroundFacts]: { readonly kind: K; readonly body: AroundFacts[K] } }[keyof AroundFacts];

function tellAround(
  fact: AroundFact,
  names: Names,
  paper: (ref: { id: string; number?: string } | undefined, detail?: Said) => Partial<Told>,
): Told {
  const { kind, body } = fact;
  switch (kind) {
    case 'Joined':
      return told(
        'fact',
        `并入${body.matter ?? body.submission}`,
        `${body.matter ?? body.submission} joined this matter`,
      );
    case 'Parted':
      return told(
        'fact',
        `分开${body.matter ?? body.submission}`,
        `${body.matter ?? body.submission} was parted again`,
      );
    case 'SplitOff':
      return told('fact', `分立出${body.into.join('、')}`, `Split off: ${body.into.join(', ')}`);
    case 'MergedInto':
      return told('fact', `并入${body.into}`, `Merged into ${body.into}`, { note: body.content });
    case 'Unmerged':
      return told('fact', `从${body.from}分开`, `Parted from ${body.from}`, { note: body.content });
    case 'Related':
      return told('internal', `关联${body.other}`, `Linked with ${body.other}`, { note: body.content });
    case 'Supervised': {
      const to = names.body(body.to);
      const defect = ORDER_DEFECT_LABELS[body.defect];
      const due = by(body.due);
      return told(
        'paper',
        `督办${to.zh}`,
        `${to.en} ordered by supervision`,
        paper(body.instrument, { zh: `${defect.zh}，${due.zh}`, en: `${defect.en}, ${due.en}` }),
      );
    }
    case 'OrderAnswered':
      return told('fact', '回复督办', 'Order answered', { note: body.content });
    case 'OrderReturned':
      return told('fact', '督办回复退回', 'Answer returned', { detail: by(body.due), note: body.content });
    case 'OrderClosed':
      return told('fact', '督办了结', 'Order closed', { note: body.content });
    case 'Proposed': {
      const to = names.body(body.to);
      return told(
        'paper',
        `${PROPOSAL_LABELS[body.kind].zh}，致${to.zh}`,
        `${PROPOSAL_LABELS[body.kind].en}, to ${to.en}`,
        paper(body.instrument),
      );
    }
    case 'ProposalAnswered':
      return told(
        'fact',
        `建议${ADOPTION_LABELS[body.adoption].zh}`,
        `Proposal ${ADOPTION_LABELS[body.adoption].en.toLowerCase()}`,
        {
          note: body.content,
        },
      );
    case 'Rehandled':
      return told('fact', '评价不满意以后再办理', 'More was done after the rating', { note: body.content });
    case 'RatingReopened':
      return told(
        'fact',
        `重开评价：${SIDE_LABELS[body.side].zh}`,
        `Rating opened again: ${SIDE_LABELS[body.side].en}`,
        { note: body.content },
      );
    case 'Revisited': {
      const done = {
        yes: { zh: '已落实', en: 'carried out' },
        partly: { zh: '部分落实', en: 'partly carried out' },
        no: { zh: '没有落实', en: 'not carried out' },
        unknown: { zh: '落实情况不明', en: 'not known' },
      } as const;
      return told('talk', REVISIT_LABELS[body.way].zh, `Follow-up: ${REVISIT_LABELS[body.way].en}`, {
        detail: body.reached ? done[body.carriedOut] : { zh: '没有联系上', en: 'not reached' },
        note: body.content,
      });
    }
    case 'BodySucceeded': {
      const [from, to] = [names.body(body.from), names.body(body.to)];
      return told(
        'fact',
        `机构调整：${from.zh}的事由${to.zh}接着办`,
        `${to.en} continues what ${from.en} had in hand`,
        { note: body.basis },
      );
    }
    case 'ReportPassed':
    case 'ReportNoted':
    case 'ReportConcluded':
    case 'Archived':
    case 'ErasureProposed':
    case 'KeptLonger':
    case 'Erased':
      return tellFile(fact, names);
  }
}

/** The same as the petitioner reads it; internal steps are not told (law.md §2.5). */
export function tellPetitionerMore({ kind, body }: MoreFact, names: Names): Said | undefined {
  switch (kind) {
    case 'DisputeRaised':
      return {
        zh: `归谁管有不同看法，请${names.body(body.arbiter).zh}定。这期间原单位先拿着，期限照算。`,
        en: `Bodies differ on who is competent; ${names.body(body.arbiter).en} decides. Meanwhile the body keeps it and the periods run.`,
      };
    case 'CompetenceDecided':
      return { zh: `定了：由${names.body(body.to).zh}办。`, en: `Decided: ${names.body(body.to).en} handles it.` };
    case 'SupplementAsked':
      return {
        zh: `请您补材料，${by(body.due).zh}。清单在通知里。`,
        en: `You are asked for papers ${by(body.due).en}; the notice has the list.`,
      };
    case 'SupplementCame':
      return { zh: '补的材料收到了。', en: 'Your papers have come.' };
    case 'RevertedToOrdinary':
      return {
        zh: '这件事不适合简易办理，转为普通程序，从受理那天起60日。',
        en: 'It is not for the simple procedure after all: 60 days from acceptance.',
      };
    case 'InterestDeclared':
      return body.by === 'petitioner' ? ASKED_RECUSAL : undefined;
    case 'RecusalDecided':
      return body.granted
        ? { zh: '换了承办人。', en: 'The officer who handled it has withdrawn.' }
        : { zh: '关于回避，决定书写明了理由。', en: 'On withdrawal, the decision gives its reasons.' };
    case 'ContributionAsked':
      return { zh: `请${names.body(body.body).zh}一起办。`, en: `${names.body(body.body).en} was asked to help.` };
    case 'HearingOrdered':
      return {
        zh: `要开听证会：${day(body.heldOn).zh}。通知里有时间、地点和您的权利。`,
        en: `There will be a hearing on ${day(body.heldOn).en}; the notice has place, time and your rights.`,
      };
    case 'HearingHeld':
      return { zh: '听证会开过了。', en: 'The hearing was held.' };
    case 'HearingConcluded':
      return body.held
        ? { zh: '听证有了结论。', en: 'The hearing has its conclusion.' }
        : { zh: '听证会取消了。', en: 'The hearing was called off.' };
    case 'MediationBegun':
      return { zh: '双方都同意，开始调解。', en: 'Both sides agreed; mediation began.' };
    case 'MediationEnded':
      return body.agreed
        ? { zh: '达成了调解协议。', en: 'An agreement was reached.' }
        : { zh: '调解没有谈成，接着按程序办。', en: 'Mediation did not succeed; handling goes on.' };
    case 'PerformanceNoted':
      return body.kept
        ? { zh: `协议第${body.promise + 1}项履行了。`, en: `Promise ${body.promise + 1} of the agreement was kept.` }
        : {
            zh: `协议第${body.promise + 1}项还没有履行。`,
            en: `Promise ${body.promise + 1} of the agreement was not kept.`,
          };
    case 'ConfirmationNoted':
      return { zh: '司法确认有了进展。', en: 'There is news of the court’s confirmation.' };
    case 'Settled':
      return {
        zh: '协议都履行了，这件事和解办结。您以后的权利一样不少。',
        en: 'The agreement was kept and the matter is settled. You keep every right you had.',
      };
    case 'EndedForProcedure':
      return {
        zh: '这件事已经进了法定程序，信访这边不再办，告知书写明了找谁。',
        en: 'It is in a legal procedure now; the notice says whom to turn to.',
      };
    case 'RemedyCorrected':
      return { zh: '更正了复查告知，30日重新算。', en: 'The notice of review was corrected; the 30 days run anew.' };
    case 'ExecutionReported':
      return body.done
        ? { zh: '答应的事报告已经落实。', en: 'What was promised is reported as carried out.' }
        : { zh: '答应的事正在落实。', en: 'What was promised is being carried out.' };
    case 'WithdrawalTakenBack':
      return { zh: '您收回了撤回，接着办。', en: 'You took your withdrawal back; it goes on.' };
    case 'ContinuedExOfficio':
      return {
        zh: '您撤回了；因为还关系到别人，单位接着办。',
        en: 'You withdrew; as it concerns others too, the body goes on.',
      };
    case 'SuccessionNoted':
      return { zh: '由继续人接着办。', en: 'A successor goes on with it.' };
    case 'EndedWithoutSuccessor':
      return {
        zh: '没有人接着办，先终止；以后还可以再提。',
        en: 'Nobody went on with it and it ended; it may be raised again.',
      };
    case 'Joined':
      return {
        zh: '又收到一件说的是同一件事，合在一起办。',
        en: 'Another letter about the same matter came and is handled together.',
      };
    case 'Parted':
      return { zh: '合在一起的又分开了。', en: 'What had been put together was parted again.' };
    case 'SplitOff':
      return {
        zh: '信里有几件事，分开办，每件都给您答复。',
        en: 'Your letter holds several matters; each is handled and answered.',
      };
    case 'MergedInto':
      return {
        zh: `与${body.into}是同一件事，合在一起办。`,
        en: `It is the same matter as ${body.into} and handled with it.`,
      };
    case 'Unmerged':
      return { zh: '又单独办了。', en: 'It is handled on its own again.' };
    case 'Supervised':
      return {
        zh: `信访部门督办了${names.body(body.to).zh}。`,
        en: `The petition office ordered ${names.body(body.to).en} to act.`,
      };
    case 'Rehandled':
      return { zh: '您评了不满意，单位又办了一次。', en: 'You were not satisfied, and the body did more.' };
    case 'RatingReopened':
      return {
        zh: '请您再评一次，上次的评价也留着。',
        en: 'You are asked to rate again; your first rating stays on record.',
      };
    case 'BodySucceeded':
      return {
        zh: `机构调整，由${names.body(body.to).zh}接着办，期限不变。`,
        en: `Bodies were reorganised; ${names.body(body.to).en} goes on with it, all dates unchanged.`,
      };
    default:
      return undefined;
  }
}
