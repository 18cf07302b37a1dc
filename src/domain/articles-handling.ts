/** Articles 27-37: handling a matter, its reply, review and re-review. */
import type { ArticleText } from './articles.ts';

export const handlingArticles = {
  '27': {
    zh: {
      title: '办理的总要求',
      gist: '按四句话办：诉求有理的，把问题解决到位；诉求没有理的，把道理讲到位；生活困难的，把帮扶救助做到位；行为违法的，依法处理。依法按政策，及时、就地解决群众合法合理的诉求。',
      plain: '您有理，就要给您解决；没有理的，也要把道理跟您讲明白；日子难的，要想办法帮。',
    },
    en: {
      title: 'The aim of handling',
      gist: 'A justified request is met; one without ground is explained; hardship is helped; unlawful conduct is dealt with by law. Lawful and reasonable requests are settled by law and policy, in time and locally.',
      plain:
        'If you are right, it must be put right. If not, the reasons must be explained to you. If life is hard, help must be looked for.',
    },
  },
  '28': {
    zh: {
      title: '认真办、不推拖，诉讼分开，该回避的回避',
      gist: '办理要尽责公正，查清事实、分清责任，不得推诿、敷衍、拖延。涉及民事、行政、刑事等诉讼权利救济的，从普通信访中分出来，由政法部门依法处理。工作人员与信访事项或者信访人有直接利害关系的，要回避。',
      plain: '不许推，不许糊弄，不许拖。办事的人要是跟您或者这件事有直接的利害关系，得换人；您知道的话，可以提出来。',
    },
    en: {
      title: 'With care, litigation apart, and recusal',
      gist: 'Handling is conscientious and fair; facts and responsibility are established; nothing is passed on, brushed off or delayed. Matters of civil, administrative or criminal remedy leave the ordinary petition system for the political-legal bodies. Staff with a direct interest in the matter or the petitioner withdraw.',
      plain:
        'No passing on, no brushing off, no delay. If the officer has a direct interest in the matter or in you, someone else must take over; say so if you know of it.',
    },
  },
  '29': {
    zh: {
      title: '建议意见怎么办',
      gist: '反映的情况和提出的建议意见，有权处理的机关单位要认真研究；科学合理、行得通的，全部或者部分采纳，并给予回复。有贡献的按规定奖励。党委政府要健全人民建议征集制度，关系民生的重要工作要主动听取意见。',
      plain: '您的好主意，能用的要用，还要给您回话；作用大的有奖励。这一类，条例没有规定多少天办完。',
    },
    en: {
      title: 'Suggestions and views',
      gist: 'The competent body studies what is reported or suggested; what is sound and workable is adopted in whole or in part, and answered. Contributions are rewarded under the rules. Party and government keep a system for gathering suggestions and ask for them in work that touches people’s livelihood.',
      plain:
        'A good idea that works is taken up, and you get an answer; a great one is rewarded. The Regulation sets no number of days for these.',
    },
  },
  '30': {
    zh: {
      title: '检举控告怎么办，绝不外泄',
      gist: '检举控告由纪检监察机关或者有权处理的机关单位依规依纪依法接收、受理、办理和反馈。信访部门按干部管理权限向组织（人事）部门通报反映干部问题的情况，重大的报党委主要负责人和分管负责人。检举、揭发材料和有关情况，不得透露或者转给被检举、揭发的人员或者单位。',
      plain: '您检举了谁，这份材料和有关情况绝不许落到被检举的人或者单位手里。谁泄露，谁要被追究。',
    },
    en: {
      title: 'Accusations, and keeping them from the accused',
      gist: 'Accusations are received, accepted, handled and answered by the discipline inspection and supervision bodies or the competent body under their own rules. The petition office informs the organisation (personnel) department of petitions about officials, and the responsible leaders of grave ones. The material, and anything about it, may never be disclosed or passed to the person or unit accused.',
      plain:
        'If you report someone, neither your papers nor anything about them may reach that person or their unit. Whoever leaks it will answer for it.',
    },
  },
  '31': {
    zh: {
      title: '申诉求决的六条路',
      gist: '投诉请求分六种情形：（一）该走诉讼、检察或者公安法律程序的涉法涉诉事项，未依法终结的，按法定程序；（二）该仲裁的，导入仲裁；（三）可以通过党员申诉、申请复审等解决的，导入相应程序；（四）可以通过行政复议、裁决、确认、许可、处罚等行政程序解决的，导入相应程序；（五）申请查处违法行为、要求履行保护人身权财产权等职责的，依法履行或者答复；（六）都不是的，听取陈述、调查核实，出具信访处理意见书，重大、复杂、疑难的可以听证。',
      plain:
        '不同的事走不同的门：该打官司的打官司，该仲裁的仲裁，该复议的复议；请机关出来管的，机关要管或者给您答复；都不是的，由主管单位调查后给您一份书面意见。',
    },
    en: {
      title: 'Six routes for a complaint or request',
      gist: '(1) What belongs to court, procuratorate or police procedure and is not lawfully concluded follows that procedure. (2) What should be arbitrated is led to arbitration. (3) What can be solved by a party member’s appeal, a re-examination and the like is led there. (4) What can be solved by administrative reconsideration, ruling, confirmation, licence, penalty or another administrative procedure is led there. (5) A request to act against unlawful conduct, or to protect person, property or other lawful rights, is performed or answered by law. (6) Everything else is heard and investigated and ends in a written opinion; a hearing may be held if it is major, complex or hard.',
      plain:
        'Each matter has its door: court, arbitration, reconsideration; or an authority that must act or answer; and if none of these fits, the body in charge looks into it and gives you a written opinion.',
    },
  },
  '32': {
    zh: {
      title: '信访处理意见书写什么',
      gist: '要写明投诉请求、事实和理由、处理意见和法律法规依据。有三种结果：事实清楚、符合规定的，支持；事由合理但缺乏法律依据的，作出解释说明；缺乏事实根据或者不符合规定的，不支持。支持的要督促有关单位执行，不支持的要做好疏导。',
      plain: '给您的意见书要说清：您要求什么、查到了什么、怎么定、依据是什么。支持您的，还要督促人家办到。',
    },
    en: {
      title: 'What the opinion says',
      gist: 'It states the request, the facts and reasons, the opinion, and its basis in law. Three outcomes: supported, where the facts are clear and the rules are met; explained, where the request is reasonable but has no basis in law; not supported, where facts are lacking or the rules are not met. A supported request must be carried out, and the body presses for that; a refusal is explained with care.',
      plain:
        'The paper tells you what you asked, what was found, what was decided and on what basis. If you are supported, they must see that it is done.',
    },
  },
  '33': {
    zh: {
      title: '调解与和解',
      gist: '处理申诉求决时，在不违反强制性规定、属于裁量范围内的，经双方同意可以调解，也可以引导自愿和解。谈成了，要制作调解协议书或者和解协议书。',
      plain: '双方都愿意，可以坐下来谈。谈成了写成协议；不愿意谈，谁也不能勉强您。',
    },
    en: {
      title: 'Mediation and settlement',
      gist: 'In complaints and requests a body may mediate, within its discretion and the mandatory rules, if both sides agree, and may encourage a voluntary settlement. What is agreed is put into a mediation or settlement agreement.',
      plain:
        'If both sides are willing, you may sit down and talk. What is agreed is written down. Nobody may force you.',
    },
  },
  '34': {
    zh: {
      title: '60日办结，最多再延30日',
      gist: '第三十一条第六项的信访事项，自受理之日起60日内办结；情况复杂的，经本机关单位负责人批准可以延长，延长不超过30日，并告知延期理由。其他几条路不适用这个期限，各按各的规定。',
      plain: '走信访程序的，从受理那天起六十天之内要办完。确实复杂的，负责人批准最多再加三十天，还得告诉您为什么。',
    },
    en: {
      title: 'Sixty days, and at most thirty more',
      gist: 'A matter of art. 31 item (6) is finished within 60 days of acceptance. If it is complex the head of the body may approve an extension of no more than 30 days, and the petitioner is told why. The other routes do not have this period; each follows its own rules.',
      plain:
        'In the petition procedure, the answer is due within sixty days of acceptance. If it really is complex, the head may add up to thirty days, and you must be told why.',
    },
  },
  '35': {
    zh: {
      title: '不服可以申请复查',
      gist: '对信访处理意见不服的，收到书面答复之日起30日内，可以请求原办理机关单位的上一级复查。上一级收到请求之日起30日内提出复查意见，书面答复。',
      plain: '对意见书不满意，收到后三十天之内，可以请办理单位的上一级复查。上一级三十天之内要书面答复您。',
    },
    en: {
      title: 'Review',
      gist: 'A petitioner who disagrees with the opinion may, within 30 days of receiving the written answer, ask the body directly above the one that gave it for a review. That body gives its review opinion in writing within 30 days of receiving the request.',
      plain:
        'Not satisfied? Within thirty days of receiving the paper you may ask the body above for a review. It must answer in writing within thirty days.',
    },
  },
  '36': {
    zh: {
      title: '不服复查可以申请复核，复核之后',
      gist: '对复查意见不服的，收到书面答复之日起30日内，可以向复查机关单位的上一级请求复核，收到请求之日起30日内提出复核意见。复核可以听证，经过听证的复核意见可以依法公示；听证所需时间不算在30日里。复核之后仍以同一事实和理由提出投诉请求的，不再受理。',
      plain:
        '对复查还不满意，三十天之内可以再请上一级复核，这是信访程序的最后一步。之后同样的事实和理由不再受理；要是有新的事实、新的理由，可以重新提出来。',
    },
    en: {
      title: 'Re-review, and what comes after',
      gist: 'A petitioner who disagrees with the review opinion may, within 30 days of receiving it, ask the body directly above the reviewer for a re-review, which is given within 30 days of receiving the request. A hearing may be held, and an opinion made after one may lawfully be published; the time of the hearing does not count in the 30 days. After that the same request on the same facts and reasons is no longer accepted.',
      plain:
        'Still not satisfied? Within thirty days you may ask one level higher for a re-review, the last step in this procedure. After it the same facts and reasons are not taken up again; new facts or new reasons may be raised anew.',
    },
  },
  '37': {
    zh: {
      title: '多种办法化解，困难的要帮',
      gist: '人民调解、行政调解、司法调解联动，综合用好各种办法化解矛盾。信访人生活确有困难的，可以告知或者帮助其申请社会救助；符合条件的，政法部门给予国家司法救助。复查复核完了、涉法涉诉依法终结了，当地和基层仍要继续疏导、化解、帮扶。',
      plain: '日子实在困难，可以请他们帮您申请救助。程序走完了，也不是就没人管您了。',
    },
    en: {
      title: 'Many ways to settle, and help in hardship',
      gist: "People's, administrative and judicial mediation work together, with every proper means. A petitioner in real hardship may be told of, or helped to apply for, social assistance; the political-legal bodies give judicial relief where the conditions are met. When review, re-review or a lawful conclusion is past, local Party, government and grass roots go on explaining, mediating and helping.",
      plain:
        'If life is very hard, ask them to help you apply for assistance. When the procedure is over, you are not left alone.',
    },
  },
} as const satisfies Record<string, ArticleText>;
