/** What somebody reads who wrote of danger to life: what happens now, and whom to call meanwhile. Promises no outcome. */
export const DANGER_TEXTS = {
  zh: {
    h2: '您说的事关系到人的安全',
    lead: '已经提醒值班人员，您留了电话的，会有人尽快打给您。您的事照常登记、照常办理，不会因此慢下来。',
    now: '现在就有危险，请先打电话，不用等我们：',
    lines: [
      { number: '110', said: '有人要伤人，或者有人处境危险' },
      { number: '120', said: '有人受伤、生病、误服或者喝了药' },
      { number: '12356', said: '心里难受，想找人说说话，全天有人接' },
    ],
  },
  en: {
    h2: 'What you wrote concerns somebody’s safety',
    lead: 'The officers on duty have been alerted, and if you left a telephone number, someone will call you as soon as they can. Your matter is registered and handled as usual; it is not slowed down.',
    now: 'If there is danger now, call first. Do not wait for us:',
    lines: [
      { number: '110', said: 'somebody threatens violence, or somebody is in danger' },
      { number: '120', said: 'somebody is hurt, ill or has taken something' },
      { number: '12356', said: 'it is too much, and you want to talk; answered day and night' },
    ],
  },
} as const;
