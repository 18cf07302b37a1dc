/** Articles 38-50: supervision, answering for failures, and the closing provisions. */
import type { ArticleText } from './articles.ts';

export const oversightArticles = {
  '38': {
    zh: {
      title: '谁来督查',
      gist: '党委政府对信访工作和责任落实情况组织专项督查。联席会议及其办公室、信访部门按需要开展督查，发现问题要反馈，重要问题报本级党委政府。督查部门要把疑难复杂的信访问题列入督查范围。',
      plain: '办得好不好，上面会来查。',
    },
    en: {
      title: 'Inspection',
      gist: 'Party committees and governments inspect petition work and the responsibility for it. The joint meeting, its office and the petition office inspect when needed, report findings back, and take important ones to Party committee and government. Inspection departments include hard matters in their work.',
      plain: 'How well it is handled is checked from above.',
    },
  },
  '39': {
    zh: {
      title: '每年考核',
      gist: '每年考核信访工作，看的是有没有依规依法、及时、就地把问题解决。结果在适当范围内通报，作为评价领导班子和领导干部的重要参考。做得突出的可以表彰奖励；履职不力、问题严重的，由联席会议约谈、通报、挂牌督办，责令限期整改。',
      plain: '机关每年都要过考核，考的是事情有没有依法、及时、就地解决好。',
    },
    en: {
      title: 'Yearly assessment',
      gist: 'Petition work is assessed every year by whether problems were settled by the rules, in time and locally. The result is circulated and weighs in the evaluation of leaders. Outstanding work may be honoured; for serious failure the joint meeting may summon, circulate a criticism, list the matter for supervision, and order correction within a period.',
      plain: 'Bodies are assessed each year on whether problems were settled lawfully, in time and close to home.',
    },
  },
  '40': {
    zh: {
      title: '督办，和三种建议',
      gist: '发现违反规定受理办理、推诿敷衍拖延、弄虚作假、拒不执行处理意见等情形，信访部门要及时督办，并提出改进工作的建议。发现政策性问题，报告本级党委政府并提出完善政策的建议；造成严重后果的，提出追究责任的建议。收到建议的单位要书面反馈采纳情况，条例没有写多少天。',
      plain: '单位不按规矩办、拖着不办、定了又不执行，信访部门要去督促，必要时可以建议追责。',
    },
    en: {
      title: 'Supervision and three kinds of proposals',
      gist: 'When a body breaks the rules on acceptance or handling, passes on, brushes off, delays, falsifies, or will not carry out an opinion, the petition office supervises at once and proposes improvements. Policy problems are reported with a proposal to improve the policy; serious consequences call for a proposal to hold someone responsible. Whoever receives a proposal answers in writing whether it was taken up; no number of days is set.',
      plain:
        'If a body breaks the rules, drags its feet or ignores a decision, the petition office must press it, and may propose that someone answer for it.',
    },
  },
  '41': {
    zh: {
      title: '年度报告，配合巡视巡察',
      gist: '信访部门每年编制信访情况年度报告，报本级党委政府和上一级信访部门，内容包括数据统计、涉及领域和被投诉较多的单位，转送交办督办情况，三种建议和采纳情况等。按巡视巡察需要，提供被巡视巡察单位的有关信访情况。',
      plain: '一年里大家反映了什么、哪些单位被反映得多，要如实写进报告。',
    },
    en: {
      title: 'Yearly report, and material for inspection teams',
      gist: 'Each year the petition office reports to Party committee and government and to the office above: figures, fields and the bodies most complained of; what was forwarded, assigned and supervised; the proposals made and what became of them. At the request of inspection teams it supplies what was raised about the places and units inspected.',
      plain: 'What people raised in the year, and about whom, goes into an honest report.',
    },
  },
  '42': {
    zh: {
      title: '惹出问题的要担责',
      gist: '因为越权滥权、该作为不作为、用错法律或者违反程序而侵害合法权益，或者拒不执行支持信访请求的意见，导致信访事项发生并造成严重后果的，对直接负责的主管人员和其他直接责任人员严肃处理；构成犯罪的追究刑事责任。',
      plain: '事情要是因为机关乱作为、不作为惹出来的，后果严重的，有关的人要被追究。',
    },
    en: {
      title: 'Those who caused the problem answer for it',
      gist: 'Where abuse of power, failure to act, wrong application of law or breach of procedure harmed lawful rights, or a supporting opinion was not carried out, and a matter arose from it with serious consequences, those directly responsible are dealt with strictly, and prosecuted if it is a crime.',
      plain:
        'If an authority’s own wrong or neglect caused it, and the harm is serious, those responsible must answer.',
    },
  },
  '43': {
    zh: {
      title: '信访部门失职的责任',
      gist: '信访部门该登记、转送、交办而没有照办，或者该督办而没有督办的，由上级责令改正；造成严重后果的，对直接责任人员严肃处理。',
      plain: '您的事必须登记。信访部门收了不登记、不转、不督促，要改正，严重的要追责。',
    },
    en: {
      title: 'When the petition office fails',
      gist: 'If it does not register, forward or assign as it should, or does not supervise when it must, its superior orders correction; for serious consequences those directly responsible are dealt with strictly.',
      plain:
        'Your matter must be registered. An office that does not register, pass on or press must put it right, and may have to answer for it.',
    },
  },
  '44': {
    zh: {
      title: '受理环节的责任',
      gist: '负责受理的机关单位有三种情形要改正，后果严重的追责：收到不按规定登记；归自己管的不受理；没有在规定期限内书面告知是否受理。',
      plain: '该登记的要登记，该受理的要受理，受理没受理要按时书面告诉您。',
    },
    en: {
      title: 'Failures in acceptance',
      gist: 'A body that has to accept matters is corrected, and answers for serious consequences, if it does not register what it received, does not accept what is in its remit, or does not tell the petitioner in writing and in time whether it accepts.',
      plain: 'It must be registered, accepted if it is theirs, and you must be told in writing, in time.',
    },
  },
  '45': {
    zh: {
      title: '办理环节的责任',
      gist: '有权处理的机关单位有四种情形要改正，后果严重的追责：推诿、敷衍、拖延或者逾期没办结；事实清楚、符合规定的请求不支持；不重视、不落实信访部门的建议，问题长期解决不了；其他不履行、不正确履行职责的情形。',
      plain: '拖过了期限，或者明明该支持的不支持，上级要责令改正。',
    },
    en: {
      title: 'Failures in handling',
      gist: 'A competent body is corrected, and answers for serious consequences, if it passes on, brushes off, delays or misses the period; does not support a request with clear facts that meets the rules; neglects the petition office’s proposals so that the problem drags on; or otherwise fails in its duty.',
      plain: 'If they are late, or refuse what is clearly due to you, the body above must order them to put it right.',
    },
  },
  '46': {
    zh: {
      title: '态度、贪利、泄密、报复的责任',
      gist: '七种情形要改正，严重的追责，构成犯罪的追究刑事责任：态度恶劣、作风粗暴；借机谋利；对规模性集体访、负面舆情处置不力；对重大紧急情况瞒报、谎报、缓报或者不及时处置；把检举揭发材料或者有关情况泄露给被检举揭发的人或者单位；打击报复信访人；其他违规违纪违法的情形。',
      plain: '对您态度恶劣、向您要好处、把您的检举泄露出去、报复您，都要追究。',
    },
    en: {
      title: 'Rudeness, gain, leaks, retaliation',
      gist: 'Seven failings are corrected and punished, as crimes if they are: rough treatment of petitioners; profiting from a matter; letting a large group visit or public outcry get worse; hiding, falsifying or delaying urgent news or not acting on it; leaking an accusation to the accused; retaliating against a petitioner; other breaches of rules, discipline or law.',
      plain:
        'Being rude to you, asking you for favours, leaking your report or taking revenge on you: all of these are punished.',
    },
  },
  '47': {
    zh: {
      title: '信访人违规的后果',
      gist: '违反第二十条、第二十六条的，工作人员先劝阻、批评、教育。情节严重，构成违反治安管理或者违反集会游行示威法律法规的，由公安机关依法处置、处罚；捏造歪曲事实、诬告陷害，构成违反治安管理的，依法处罚；构成犯罪的追究刑事责任。',
      plain: '走错了门、一时着急，先是劝、先是讲道理。打闹伤人、诬告别人，就要负法律责任了。',
    },
    en: {
      title: 'When a petitioner breaks the rules',
      gist: 'Breaches of arts. 20 and 26 are first met with persuasion, criticism or explanation. Serious disorder that breaks public-security law or the law on assemblies is handled and punished by the police; so is inventing, distorting or accusing falsely where it breaks public-security law. Crimes are prosecuted.',
      plain:
        'Going to the wrong door or losing patience is met with words first. Violence, serious disorder or false accusation has legal consequences.',
    },
  },
  '48': {
    zh: {
      title: '外国人、无国籍人、外国组织',
      gist: '外国人、无国籍人和外国组织提出的信访事项，参照本条例处理。',
      plain: '外国朋友来反映，也参照这部条例办。',
    },
    en: {
      title: 'Foreigners and foreign organisations',
      gist: 'Matters raised by foreigners, stateless persons and foreign organisations are handled by reference to the Regulation.',
      plain: 'If you are not a citizen, your matter is handled in the same spirit.',
    },
  },
  '49': {
    zh: { title: '谁来解释', gist: '条例由国家信访局负责解释。', plain: '条文有疑问，以国家信访局的解释为准。' },
    en: {
      title: 'Who interprets it',
      gist: 'The National Public Complaints and Proposals Administration interprets the Regulation.',
      plain: 'If the wording is in doubt, the national office explains it.',
    },
  },
  '50': {
    zh: {
      title: '什么时候起施行',
      gist: '自2022年5月1日起施行。',
      plain: '从2022年5月1日（星期日）起，就按这部条例办。',
    },
    en: {
      title: 'In force since',
      gist: 'In force since 1 May 2022.',
      plain: 'Since Sunday 1 May 2022 this is the Regulation to go by.',
    },
  },
} as const satisfies Record<string, ArticleText>;
