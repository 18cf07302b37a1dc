/** Articles 17-26: raising a matter, and its acceptance. */
import type { ArticleText } from './articles.ts';

export const raisingArticles = {
  '17': {
    zh: {
      title: '谁可以信访，用什么方式',
      gist: '公民、法人和其他组织都可以向各级机关单位反映情况，提建议、意见或者投诉请求，这样做的人叫信访人。网络、书信、电话、传真、走访都行，而且方式没有限死。收到的机关单位要依规依法处理。',
      plain: '上网、写信、打电话、发传真、上门，您怎么方便就怎么来，分量一样重。',
    },
    en: {
      title: 'Who may petition, and how',
      gist: 'Citizens, legal persons and other organisations may tell bodies at any level how things are, make suggestions, give views, complain or ask; whoever does so is a petitioner. Online, by letter, phone, fax or visit: the list is open. The body must handle it by the rules and the law.',
      plain: 'Write, call, go online or come in, whichever suits you. Each way counts the same.',
    },
  },
  '18': {
    zh: {
      title: '渠道要公开，领导要接访，不许报复',
      gist: '机关单位要公布网上渠道、通信地址、电话、接待时间和地点，以及怎样查进展和结果，还要公布有关规定和办理程序。领导干部要看来信和网上信访、定期接待来访和下访、包案化解突出问题。市、县要建立联合接访机制。任何组织和个人不得打击报复信访人。',
      plain: '往哪儿寄、几点开门、怎么查进度，都要公开给您看。谁也不许因为您反映问题就报复您。',
    },
    en: {
      title: 'Open channels, leaders who receive, no retaliation',
      gist: 'Bodies publish their online channel, address, phone, hours and place of reception, and how to follow progress and results, together with the rules and the procedure. Leaders read letters and online petitions, receive visitors and go out regularly, and take charge of prominent matters. Cities and counties run joint reception. Nobody may retaliate against a petitioner.',
      plain:
        'Where to write, when to come and how to follow your matter must be public. Nobody may punish you for speaking up.',
    },
  },
  '19': {
    zh: {
      title: '怎么提，要真实，同一件事别重复往上提',
      gist: '一般用书面，写明姓名（名称）、住址、请求、事实和理由；口头说的，机关单位要如实记下来。内容要客观真实，提的人对材料负责，不得编造、歪曲或者诬陷别人。已经受理或者正在办理的，规定期限内又向上级提同一件事，上级不予受理。',
      plain:
        '不会写没关系，您说，工作人员照实记。把真实情况讲清楚就好。事情正在期限内办着，先等办的单位答复，同一件事不用再往上递。',
    },
    en: {
      title: 'How to put it; truthfully; not the same thing upward meanwhile',
      gist: 'Normally in writing, with name, address, request, facts and reasons; what is said aloud the body must record faithfully. The content must be true; the petitioner answers for it and may not invent, distort or accuse falsely. While a matter is accepted or being handled within its period, a superior body does not accept the same matter again.',
      plain:
        'If writing is hard, say it and staff will write it down as you say it. Tell it as it is. While it is being handled in time, there is no need to send the same thing further up.',
    },
  },
  '20': {
    zh: {
      title: '上门反映去哪里，人多怎么办',
      gist: '走访要到有权处理的本级或者上一级机关单位的接待场所。涉及诉讼权利救济的，按法定程序向有关政法部门提出。多人走访反映同一件事，要推选代表，不超过5人。机关单位要负起属地责任，认真接待，尽量就地解决。',
      plain: '上门的话，到管这件事的单位或者它上一级的接待处。打官司的事找政法部门。人多就推五位以内的代表来说。',
    },
    en: {
      title: 'Where to visit, and groups',
      gist: 'A visit is made to the reception place of the body with power to decide, at its own level or the one above. Matters of litigation go to the political-legal bodies by the procedure in law. A group visiting about one matter chooses at most five representatives. Bodies receive visitors properly and try to settle things locally.',
      plain:
        'To come in person, go to the body in charge or the one directly above it. Court matters go to the justice bodies. A group sends up to five speakers.',
    },
  },
  '21': {
    zh: {
      title: '都要录入信息系统，能查能评',
      gist: '各级党委政府要推进信访信息化，依规依法互联互通、共享信息。机关单位要及时把信访事项录入信访信息系统，来信、来访、来电、网上信访都在网上流转，方便信访人查询和评价。',
      plain: '不管您是写信、打电话还是上门，都会录进系统。您随时可以查办到哪一步，办完可以评价。',
    },
    en: {
      title: 'Everything entered, so that you can follow and rate',
      gist: 'Party and government build up information systems and link them lawfully. Every body enters its matters in time, so that letters, visits, calls and online petitions all move in the system and the petitioner can follow and rate the handling.',
      plain:
        'However you raised it, it goes into the system. You can look up where it stands and rate how it was handled.',
    },
  },
  '22': {
    zh: {
      title: '信访部门收到后15日内怎么办',
      gist: '信访部门收到信访事项要登记，并在15日内分别处理：属于本级的，转送有权处理的机关单位，重大紧急的提出建议报本级党委政府决定；涉及下级的，按属地、分级和主管关系转送；重要情况需要知道结果的，可以交办，定下期限，要求反馈结果和办结报告。涉法涉诉来信转同级政法部门，来访的讲明道理、引导到政法部门；属于纪检监察受理的检举控告，按管理权限转送。',
      plain: '信访部门收到后，十五天之内要把您的事转到该管的单位去。',
    },
    en: {
      title: 'The petition office: fifteen days to pass it on',
      gist: 'It registers what it receives and within 15 days forwards it: to the competent body of its own level (proposing a decision to Party committee and government if grave or urgent), or by place, level and subject to one below. Where the result must be known it may assign the matter, with a period, a report of the result and a closing report. Letters on litigation go to the political-legal body of its level and visitors are guided there; accusations within the remit of discipline inspection and supervision go there by the rules on who manages whom.',
      plain: 'Within fifteen days the petition office must pass your matter to the body that can deal with it.',
    },
  },
  '23': {
    zh: {
      title: '收到的单位要告知；不归它管要提异议',
      gist: '其他机关单位收到直接提出的，要登记：归自己管的，告知接收情况和处理途径、程序；归本系统下级管的，转送、交办并告知去向；不归本单位和本系统管的，告知该向谁提。能当场告知的当场书面告知，不能的15日内书面告知，姓名（名称）、住址不清的除外。收到转送、交办的，归自己管的15日内书面告知；不归自己管的，5个工作日内提出异议并详细说明理由，经转来的单位核实同意后退还材料。政法、纪检监察机关的告知另有规定。',
      plain:
        '该管的单位收到后，十五天之内要书面告诉您：收到了、接下来怎么办。请把姓名和住址写清楚，不然通知送不到。单位觉得不归它管，五个工作日内就得说清理由，不能压着。',
    },
    en: {
      title: 'The receiving body must tell you, or object',
      gist: 'A body approached directly registers the matter. If it is its own, it tells the petitioner of the receipt and of the way and procedure it will follow; if it belongs to a lower body of its system, it forwards or assigns it and says where; if to another system, it says whom to turn to: in writing on the spot if possible, otherwise within 15 days, unless name or address is unclear. A body to which a matter was forwarded or assigned gives that written notice within 15 days of receiving it; if it is not in its remit, it objects within 5 working days with detailed reasons, and the papers go back once the sender has checked and agreed. Justice and discipline bodies follow their own rules on notice.',
      plain:
        'Within fifteen days the body in charge must tell you in writing that it has your matter and what comes next. Give a clear name and address, or the notice cannot reach you. If it thinks the matter is not its own, it has five working days to say why; it may not sit on it.',
    },
  },
  '24': {
    zh: {
      title: '几家都沾边，或者单位变动了',
      gist: '涉及两个以上机关单位的，先协商由谁受理；有争议的由共同的上一级决定；没有共同上一级的，由共同的联席会议协调。单位分立、合并、撤销的，由继续行使职权的单位受理；职责不清的，由本级党委政府或者其指定的单位受理。',
      plain: '几家单位都沾边，由他们之间定谁来管，不该让您来回跑。单位合并了、没了，也有接手的单位。',
    },
    en: {
      title: 'Several bodies, or a body that changed',
      gist: 'Bodies that share a matter agree who accepts it; in dispute their common superior decides, and where there is none their common joint meeting co-ordinates. If a body was split, merged or abolished, the one that carries on its powers accepts; if that is unclear, the Party committee and government of that level or whom they name.',
      plain:
        'If several bodies are concerned, it is for them to settle who takes it; you should not be sent back and forth. If a body is gone, another has taken over.',
    },
  },
  '25': {
    zh: {
      title: '重大、紧急的要马上报',
      gist: '可能造成社会影响的重大、紧急事项和信息，机关单位要及时报告本级党委政府，通报主管部门和本级联席会议办公室，并在职责内依法采取措施。地方信访部门还要向上一级信访部门报告，同时报告国家信访局。',
      plain: '事情要是很急、有危险，请直接说清楚。机关不能压着，要马上往上报、马上处理。',
    },
    en: {
      title: 'Grave and urgent matters',
      gist: 'A body that learns of a grave or urgent matter which may affect society reports at once to Party committee and government, informs the department in charge and the office of the joint meeting, and acts within its powers. A local petition office also reports to the office above and, at the same time, to the national one.',
      plain:
        'If it is urgent or dangerous, say so plainly. It may not be left lying; it must be reported and acted on.',
    },
  },
  '26': {
    zh: {
      title: '信访时不能做的事',
      gist: '信访人要守法，不损害国家、社会、集体和他人的权益，维护公共秩序和信访秩序。六类行为不允许：非法聚集、围堵冲击、拦车堵路；带危险物品、管制器具；侮辱、殴打、威胁工作人员，限制他人自由或者毁坏财物；在接待场所滞留滋事或者弃留不能自理的人；煽动、胁迫、收买、操纵他人信访或者借机敛财；其他扰乱秩序、危害安全的行为。',
      plain:
        '有话慢慢讲。别堵门拦车，别带危险的东西，别伤人骂人，别把要人照顾的家人留在接待处，也别让人挑唆利用。守住这些，您的理才站得稳。',
    },
    en: {
      title: 'What a petitioner may not do',
      gist: 'Petitioners keep the law, respect the rights of others and keep order. Six kinds of conduct are forbidden: unlawful gathering, blocking or stopping vehicles and traffic; bringing dangerous or controlled articles; insulting, beating or threatening staff, holding people or damaging property; staying on to make trouble, or leaving behind someone who cannot look after themselves; inciting, forcing, paying or steering others to petition, or making money of it; and other disorder or danger.',
      plain:
        'Take your time. Do not block doors or roads, bring anything dangerous, hurt or insult anyone, or leave behind a relative who needs care, and do not let others use you. Your case stands the better for it.',
    },
  },
} as const satisfies Record<string, ArticleText>;
