import type { IdKind } from '../../../domain/particulars.ts';
import type { Channel, IdentityGrade, Purpose } from '../../../domain/vocabulary.ts';
import type { SentBody } from '../../../platform/http/route.contract.ts';
import type { registerArrival } from '../intake.contract.ts';

export const TRIED = ['court', 'arbitration', 'reconsideration', 'review'] as const;

/** What the clerk has typed so far. */
export interface Arrival {
  readonly channel: Channel;
  readonly receivedOn: string;
  readonly postmarkedOn: string;
  readonly name: string;
  readonly anonymous: boolean;
  readonly phone: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly address: string;
  readonly division: string;
  readonly place: string;
  readonly since: string;
  readonly petitioners: number | null;
  /** Of several: who speaks for them beside the first, and who else gives a name; one a line. */
  readonly representatives: string;
  readonly others: string;
  readonly identity: IdentityGrade;
  readonly title: string;
  readonly text: string;
  readonly requests: string;
  readonly category: string;
  readonly purpose: Purpose;
  readonly tried: readonly (typeof TRIED)[number][];
  readonly remark: string;
}

/** An empty form; the channel of the one before stays, as letters come in heaps. */
export function emptyArrival(today: string, division: string, channel: Channel): Arrival {
  return {
    channel,
    receivedOn: today,
    postmarkedOn: '',
    name: '',
    anonymous: false,
    phone: '',
    idKind: 'id-card',
    idNumber: '',
    address: '',
    division,
    place: '',
    since: '',
    petitioners: 1,
    representatives: '',
    others: '',
    identity: channel === 'visit' ? 'seen-at-counter' : 'claimed',
    title: '',
    text: '',
    requests: '',
    category: '',
    purpose: 'claim',
    tried: [],
    remark: '',
  };
}

export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^[一二三四五六七八九十\d]+[、.．)）]\s*/, ''))
    .filter((line) => line !== '')
    .slice(0, 20);
}

/** The one line of a list: as written, else the beginning of the text, to its first full stop or 40 characters. */
export function titleOf(arrival: Pick<Arrival, 'title' | 'text'>): string {
  const written = arrival.title.trim();
  if (written !== '') return written.slice(0, 80);
  const [first = ''] = arrival.text.trim().split(/[。！？\n]/);
  return [...first].slice(0, 40).join('');
}

/** People one a line: name, telephone. */
export function peopleOf(text: string): readonly { name: string; phone?: string }[] {
  return text
    .split('\n')
    .map((line) => line.split(/[，,\t]/).map((part) => part.trim()))
    .filter(([name = '']) => name !== '')
    .map(([name = '', phone = '']) => (phone === '' ? { name } : { name, phone }));
}

/** The arrival as the request takes it. Without matters where it is a report: the keeper of reports opens those. */
export function sentArrival(arrival: Arrival, files: readonly string[]): SentBody<typeof registerArrival> {
  const title = titleOf(arrival);
  const lines = linesOf(arrival.requests);
  const requests = [...(lines.length > 0 ? lines : [title])];
  const text = arrival.text.trim() === '' ? title : arrival.text;
  const given = (name: string, value: string) => (value.trim() === '' ? {} : { [name]: value.trim() });
  const { channel, purpose, receivedOn, category } = arrival;
  const several = (arrival.petitioners ?? 1) > 1;
  const speaking = several ? peopleOf(arrival.representatives) : [];
  const others = several ? peopleOf(arrival.others) : [];
  return {
    channel,
    purpose,
    receivedOn,
    petitioners: arrival.petitioners ?? 1,
    identity: arrival.anonymous ? 'anonymous' : arrival.identity,
    ...given('division', arrival.division),
    ...(channel === 'letter' ? given('postmarkedOn', arrival.postmarkedOn) : {}),
    particulars: {
      form: several ? 'several' : 'self',
      people: [
        {
          name: arrival.anonymous ? '' : arrival.name.trim(),
          ...given('phone', arrival.phone.replace(/[\s\-—]/g, '')),
          ...given('address', arrival.address),
          ...(arrival.idNumber.trim() === ''
            ? {}
            : { idKind: arrival.idKind, idNumber: arrival.idNumber.replace(/\s/g, '') }),
        },
        ...speaking,
        ...others,
      ],
      /* The first speaks too. */
      ...(speaking.length > 0 ? { representatives: Array.from({ length: speaking.length + 1 }, (_, at) => at) } : {}),
      title,
      text,
      requests,
      files: [...files],
      tried: [...arrival.tried],
      ...given('place', arrival.place),
      ...given('since', arrival.since),
      ...given('remark', arrival.remark),
    },
    ...(purpose === 'report' ? {} : { matters: [{ purpose, category, title, text, requests, accused: [] }] }),
  };
}
