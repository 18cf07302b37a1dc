/** Articles 1-16: the general part, and who does the work. */
import type { ArticleText } from './articles.ts';

export const generalArticles = {
  '1': {
    zh: {
      title: '为什么定这部条例',
      gist: '说明制定条例的目的：在党的全面领导下把新时代的信访工作做好，让党和政府同群众一直保持密切联系。',
      plain: '国家专门立下规矩，就是要让您的话有地方说、有人听、有人管。',
    },
    en: {
      title: 'Why the Regulation exists',
      gist: 'States the purpose: to do petition work well under the leadership of the Party, and to keep Party and government closely in touch with the people.',
      plain: 'There are rules for this so that what you say has somewhere to go and someone to look after it.',
    },
  },
  '2': {
    zh: {
      title: '哪些机关单位要照着办',
      gist: '各级党的机关、人大、政府、政协、监委、法院、检察院，以及群团组织、国有企业和事业单位，开展信访工作都适用本条例。',
      plain: '不光是政府部门，国有企业、事业单位、法院检察院这些，也都要照这部条例办。',
    },
    en: {
      title: 'Whom it binds',
      gist: "It applies to Party organs, people's congresses, government, political consultative conferences, supervision organs, courts and procuratorates at every level, and to people's organisations, state-owned enterprises and public institutions.",
      plain: 'Not only government offices: state-owned companies, public institutions and courts work by it too.',
    },
  },
  '3': {
    zh: {
      title: '信访工作是什么',
      gist: '信访工作是党的群众工作的重要部分：机关由此了解民情、听取主意、维护群众利益，也由此接受群众监督、改进作风。',
      plain: '您来反映情况，不是给谁添麻烦。听您说，本来就是机关该做的事。',
    },
    en: {
      title: 'What petition work is',
      gist: "It is an important part of the Party's work with the people: through it public bodies learn how people live, gather ideas, protect interests, and are themselves watched and improved.",
      plain: 'You are not a nuisance. Listening to you is part of what these bodies are for.',
    },
  },
  '4': {
    zh: {
      title: '指导思想和要求',
      gist: '写明信访工作的指导思想和政治责任。落到事情上，是要为群众解难，讲法治、守底线，维护群众合法权益，促进社会和谐。',
      plain: '这一条是对机关说的：心里装着群众，办事要讲法。',
    },
    en: {
      title: 'Guiding ideas',
      gist: 'Sets out the guiding thought and the political responsibility of petition work. In practice: ease people’s difficulties, work by the law, protect lawful rights, and help society live in harmony.',
      plain: 'This one speaks to officials: keep the people in mind and act by the law.',
    },
  },
  '5': {
    zh: {
      title: '五条原则',
      gist: '一是党的全面领导；二是以人民为中心；三是责任落实，党委政府都有责，事情发生在哪里就由哪里管，分级负责，谁主管谁负责；四是依法按政策解决问题；五是从源头上预防，把矛盾化解在基层和苗头。',
      plain: '事情出在哪里，先由哪里管；归谁管，谁就要负责到底，不能互相推。',
    },
    en: {
      title: 'Five principles',
      gist: 'The leadership of the Party; the people at the centre; responsibility that can be located (Party and government alike, the place where it happened, the level, the body in charge of the subject); solutions by law and policy; and prevention at the source.',
      plain:
        'The place where it happened looks after it first, and the body in charge must answer for it. Nobody may just pass you on.',
    },
  },
  '6': {
    zh: {
      title: '机关单位的基本义务',
      gist: '各级机关单位要让反映问题的路走得通，认真处理每一件信访事项，听取群众的建议、意见和要求，接受群众监督。',
      plain: '门要开着，信要看，电话要接，您的事要认真办。',
    },
    en: {
      title: 'What every body owes',
      gist: 'Every body keeps the ways to reach it open, handles matters with care, listens to suggestions, views and requests, and accepts being watched by the people.',
      plain: 'The door is open, letters are read, calls are answered, and your matter is taken seriously.',
    },
  },
  '7': {
    zh: {
      title: '工作格局',
      gist: '讲各方怎么配合：党委统一领导，政府负责落实，信访工作联席会议居中协调，信访部门往前推动，其他各方一起管。',
      plain: '这是机关内部怎么分工，您只管把事情讲清楚就好。',
    },
    en: {
      title: 'How the parts fit together',
      gist: 'The Party committee leads, government carries out, the joint meeting co-ordinates, the petition office drives the work, and every other body does its share.',
      plain: 'This is how the work is shared out inside. You need only tell your story.',
    },
  },
  '8': {
    zh: {
      title: '党中央的统一领导',
      gist: '党中央统一领导信访工作，分三个方面：定方向和纪律；定方针政策和重大改革；带好一支忠诚、尽责、懂群众工作的干部队伍。',
      plain: '这一条讲中央怎么抓，您不用做什么。',
    },
    en: {
      title: 'Leadership from the centre',
      gist: 'The Party centre leads petition work in three ways: direction and discipline, policy and major reforms, and building a loyal, responsible and capable staff.',
      plain: 'About how the centre leads; nothing you need to do.',
    },
  },
  '9': {
    zh: {
      title: '地方党委的责任',
      gist: '地方党委领导本地的信访工作，落实上级部署，把责任体系搭起来，支持并督促下级。党委常委会要定期听取信访工作汇报，研究大事，解决突出问题；条例没有写多久一次。',
      plain: '当地党委要定期听一听群众反映了什么、办得怎么样。',
    },
    en: {
      title: 'Local Party committees',
      gist: 'They lead petition work in their place, carry out what is decided above, build the system of responsibility, and support and urge the levels below. Their standing committee hears reports regularly and takes up major matters; the Regulation does not say how often.',
      plain: 'Your local leaders must regularly hear what people raised and how it was handled.',
    },
  },
  '10': {
    zh: {
      title: '各级政府的责任',
      gist: '政府落实上级和本级党委的部署，科学民主决策、依法履职，组织各方排查化解矛盾，及时稳妥处理信访事项，并研究解决政策性、群体性的突出问题和疑难复杂问题。',
      plain: '牵涉很多人、卡在政策上的难题，政府要拿出来研究解决。',
    },
    en: {
      title: 'Government at each level',
      gist: 'It carries out what is decided above and by its Party committee, decides soundly and acts by law, has disputes sought out and settled, handles matters in time, and takes up hard questions of policy and those that touch many people.',
      plain: 'Problems that touch many people, or are stuck on a policy, are for government to take up.',
    },
  },
  '11': {
    zh: {
      title: '中央信访工作联席会议：做什么',
      gist: '中央联席会议在党中央、国务院领导下统筹全国信访工作，有七项职责，包括分析形势、督促落实、研究改革和法治化、协调普遍性的突出问题、抓责任制和考核、指导地方联席会议。办公室设在国家信访局，做日常工作并检查议定事项的落实。',
      plain: '全国一级有专门的会议来协调大事难事。',
    },
    en: {
      title: 'The central joint meeting: its duties',
      gist: 'Under the Party centre and the State Council it co-ordinates petition work nationwide, with seven duties: among them to analyse, press for execution, study reform and the rule of law, co-ordinate on widespread problems, see to responsibility and assessment, and guide local joint meetings. Its office is in the National Public Complaints and Proposals Administration and follows up what was agreed.',
      plain: 'At national level a meeting of all concerned co-ordinates the great and the hard.',
    },
  },
  '12': {
    zh: {
      title: '中央联席会议：怎么开、怎么落实',
      gist: '根据需要开全体会议或者工作会议；重大问题和重要事项的处理意见要及时请示报告。成员单位要完成会议定下的任务、报送落实情况，并把本领域重大敏感的问题提到会上。',
      plain: '会上定了的事，各单位要去办，办完要报回来。',
    },
    en: {
      title: 'The central joint meeting: how it works',
      gist: 'It meets in full or as a working meeting when needed, and refers major questions upward in time. Its members carry out what was agreed, report on it, and bring major sensitive matters of their field to the table.',
      plain: 'What the meeting agrees must be done and reported back.',
    },
  },
  '13': {
    zh: {
      title: '地方信访工作联席会议',
      gist: '地方各级联席会议在本级党委政府领导下统筹本地信访工作、协调重要问题、指导下级，召集人一般由党委政府负责同志担任。要有信息研判、重大问题协调、联合督查等机制；乡镇、街道可以按需要建立。',
      plain: '几家单位说不拢的事，可以拿到当地的联席会议上协调。',
    },
    en: {
      title: 'Local joint meetings',
      gist: 'Under the local Party committee and government they co-ordinate petition work and important matters and guide the level below; a leader normally convenes them. They need ways to analyse, to co-ordinate and to inspect together. Townships and subdistricts may set one up.',
      plain: 'When several bodies cannot agree, the local joint meeting can bring them together.',
    },
  },
  '14': {
    zh: {
      title: '信访部门做什么',
      gist: '信访部门是专门机构，职责有七项：受理、转送、交办；协调重要问题；督促检查；反映和分析信息；指导其他单位和下级；提出改进工作、完善政策、追究责任三种建议；完成交办的其他事。其他机关单位也要明确由谁做信访工作。',
      plain: '信访部门替您登记、转给该管的单位、盯着他们办。事情本身怎么定，由有权处理的单位来定。',
    },
    en: {
      title: 'The petition office',
      gist: 'A specialised office with seven duties: to accept, forward and assign; to co-ordinate on important matters; to press and check; to report and analyse; to guide other bodies and lower levels; to make three kinds of proposals (improve work, improve policy, call to account); and other tasks given to it. Every other body names who does this work.',
      plain:
        'The petition office registers, passes on and keeps watch. The decision itself belongs to the body with the power to make it.',
    },
  },
  '15': {
    zh: {
      title: '其他机关、社会力量和基层',
      gist: '其他机关单位在自己的职责内受理、办理信访事项，并指导下级。要让群团组织、社会组织、党代表、人大代表、政协委员、社会工作者有渠道参与。乡镇街道和村（社区）要就地协调化解，小事尽量在村里解决，大事尽量在镇里解决。',
      plain: '能在家门口解决的，先在家门口解决。您也可以请社工、人大代表、政协委员帮着反映。',
    },
    en: {
      title: 'Other bodies, society and the grass roots',
      gist: "Other bodies accept and handle matters in their own remit and guide those below. People's organisations, associations, delegates, members of consultative conferences and social workers get a regular way to help. Townships, subdistricts and villages settle what they can on the spot.",
      plain:
        'What can be settled near home is settled near home. A social worker or a delegate may help you put your case.',
    },
  },
  '16': {
    zh: {
      title: '队伍和保障',
      gist: '加强信访部门的班子和力量，建立信访督查专员制度；信访部门主要负责人由本级党委或政府的副秘书长（办公厅、室副主任）兼任。还有培训、年轻干部锻炼，以及经费列入本级预算。',
      plain: '这一条讲人手和经费，保证有人给您办事。',
    },
    en: {
      title: 'Staff and means',
      gist: 'Petition offices get strong leadership and enough people, and inspectors of their own; the head is at the same time a deputy secretary-general (or deputy head of the general office). Training, postings for young officials, and a place in the budget follow.',
      plain: 'About people and money, so that there is someone to look after your matter.',
    },
  },
} as const satisfies Record<string, ArticleText>;
