import type { Notices } from './notices-zh.texts.ts';

export const NOTICES_EN: Notices = {
  basis: 'Basis: ',
  article: (id) => `art. ${id}`,
  guide: {
    title: 'Guide',
    h1: 'Guide: what, whom, and what to bring',
    lead: 'Petitions cost nothing and need no connections. If you cannot write it, say it; staff write it as you say it.',
    parts: [
      {
        id: 'what',
        h2: 'What you can raise',
        lines: [
          'Anything about public bodies and their staff: facts, suggestions, complaints and requests. Online, by letter, phone, fax or visit: each counts the same.',
        ],
        law: ['17'],
      },
      {
        id: 'doors',
        h2: 'Who deals with what',
        lines: [
          'The body in charge decides which route a matter takes; you may say if it is wrong. Of the six, the first five have their own rules and periods, named in the notice to you:',
        ],
        dots: [
          'What is with courts, prosecutors or police, or should be: their procedures.',
          'Labour, personnel and contracted-land disputes: arbitration.',
          'Appeals of Party members and re-examination: those procedures.',
          'Penalties, licences, expropriation and the like: administrative reconsideration and rulings.',
          'Asking an authority to act against unlawful conduct or to protect you: it acts or answers.',
          'Everything else: the petition procedure, with a written answer in 60 days, review and re-review.',
        ],
        law: ['31'],
      },
      {
        id: 'bring',
        h2: 'What to bring',
        lines: ['All of it is best; you are received without it too.'],
        dots: [
          'A document. For somebody else, a letter of authority and a copy of theirs; without it you may still speak.',
          'What you wrote: name, address, phone, what happened, what you ask for. Or say it there.',
          'Contracts, bills, photos, earlier answers. Copies will do; keep the originals.',
          'A group about one matter chooses at most five speakers.',
          'Go to the body in charge or the one directly above it. Further up it is only sent back.',
        ],
        law: ['19', '20'],
      },
      {
        id: 'not',
        h2: 'When it is not accepted',
        lines: ['Everything is registered and you are told why in writing. Only these are not accepted:'],
        dots: [
          'The same matter, raised further up while it is being handled in time. Not so once the period is over.',
          'A visit that skips levels: you are told where to go.',
          'A matter with a re-review and the same facts and reasons. With new ones you may raise it.',
        ],
        law: ['19', '20', '36'],
      },
      {
        id: 'rights',
        h2: 'Your rights',
        lines: [],
        dots: [
          'To know who has it, where it stands and by when it must be answered.',
          'To have notice and answer in writing, with facts, decision and basis.',
          'To ask that somebody with a direct interest step aside.',
          'To rate, which only you can; to ask for review and re-review.',
          'Nobody may retaliate; your papers never go to those you report.',
          'After withdrawing you may raise it again. Nobody may make you sign that you will not.',
        ],
        law: ['18', '21', '28', '30', '35'],
      },
      {
        id: 'not-do',
        h2: 'Please do not',
        lines: ['Your case stands the better for it:'],
        dots: [
          'Say anything untrue or accuse falsely.',
          'Block bodies or roads, or bring anything dangerous.',
          'Hurt, insult or threaten anybody, or leave behind a relative who needs care.',
          'Incite or pay others to petition, or let others make money of your matter.',
        ],
        law: ['19', '26', '47'],
      },
    ],
  },
  privacy: {
    title: 'Your personal data',
    h1: 'How your personal data are kept',
    lead: 'What is taken, who sees it, how long it stays and what you can do.',
    parts: [
      {
        id: 'who',
        h2: 'Who takes them, and what for',
        lines: [
          'The petition office and the body that really deals with it, for one purpose: to have your matter dealt with and answered. It is their duty by law, so no consent is asked (Personal Information Protection Law, art. 13), and for the same reason no other use is allowed (art. 34).',
        ],
      },
      {
        id: 'what',
        h2: 'Which',
        lines: [
          'Name, phone, address, document number, what you say and the papers you give. All but what you say may be left out. Place and camera data are taken out of photos.',
        ],
        dots: [
          'Sensitive data only confirm that you are you and bring the answer to you. A leak would hurt you, so they are encrypted and mostly hidden.',
          'For children under 14 a parent or guardian writes.',
          'Nothing is noted of your device or connection; nobody is scored, ranked or listed.',
        ],
      },
      {
        id: 'seen',
        h2: 'Who sees them',
        lines: [
          'Only the posts that deal with your matter. Who looked and when is recorded for good. Reports of wrongdoing are sealed. Publishing needs your tick, and a person who takes out what points to you.',
        ],
        law: ['30'],
      },
      {
        id: 'kept',
        h2: 'Where, and how long',
        lines: [
          'In the country, encrypted. Files stay for the years the archive rules set and are then destroyed. Drafts that were not sent go after 14 days, or when you delete them. If you open “My petitions”, its number and list go when you delete them, or after 90 days without a visit, as a number given back goes to somebody else; no body sees them.',
        ],
      },
      {
        id: 'yours',
        h2: 'What you can do',
        lines: [
          'See, copy, correct and complete them, ask what they were used for, and have deleted what should not be kept: by phone, letter or visit; we answer in writing. You may also turn to the body above or the cyberspace authority.',
        ],
      },
      {
        id: 'cookies',
        h2: 'What this site keeps on your device',
        lines: ['Only what it needs, never to follow you:'],
        dots: [
          'The key of your draft: 14 days, or until you press “leave”.',
          'The pass of a query: two hours, or until the browser is closed.',
          'A random number that keeps others from sending forms in your name: 14 days.',
          'Language and size: one year.',
        ],
      },
    ],
  },
  access: {
    title: 'Accessibility',
    h1: 'Accessibility',
    lead: 'Everybody should be able to use this. Tell us where you cannot: that is what must be changed.',
    parts: [
      {
        id: 'can',
        h2: 'What works',
        lines: [],
        dots: [
          '“Larger text” at the top enlarges every page; so does the zoom of your browser.',
          'The keyboard alone is enough; screen readers hear each field’s name, and first of all what is to be changed.',
          'No script is needed; old phones and slow lines will do, each page is under 30 KB.',
          'Nothing is said by colour alone.',
          'No step is timed; drafts stay for 14 days.',
          'Made to WCAG 2.2 AA and GB/T 37668.',
        ],
      },
      {
        id: 'not',
        h2: 'What does not yet',
        lines: [
          'Text within photos and scans cannot be read aloud. Official papers are in Chinese on the English pages too.',
        ],
      },
      {
        id: 'else',
        h2: 'Without the web',
        lines: [
          'Phone, letter and visit count the same. If you cannot see or write, speak: we write and read it back.',
        ],
        law: ['17', '19'],
      },
    ],
  },
  help: {
    title: 'Find a person',
    h1: 'Rather talk to somebody',
    lead: 'If this is hard to use, ask a person. It counts the same.',
    parts: [
      {
        id: 'draft',
        h2: 'Half-way through',
        lines: [
          '“Save for later” gives a draft code. Say it on the phone and we go on from there. Never tell anybody the query code.',
        ],
      },
      {
        id: 'urgent',
        h2: 'Danger now',
        lines: [
          'If somebody is hurt, attacked or there is a fire, call 110, 119 or 120. Nobody sees this page that fast.',
        ],
      },
    ],
  },
};
