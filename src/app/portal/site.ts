import { z } from 'zod';
import { type Division, loadDivisions } from '../../actors/bodies/server/public.ts';
import { type Body, isPetitionOffice } from '../../domain/bodies.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Worded } from '../../ui/plain/language.ts';

const worded = z.object({ zh: z.string(), en: z.string() });

/** Row `portal` of the settings: what an installation says of itself where the entered bodies do not say it. */
const settingSchema = z
  .object({
    place: worded,
    office: worded,
    phone: z.string(),
    hours: worded,
    reception: z.object({ name: worded, address: worded, hours: worded }),
    letters: worded,
    leader: worded,
  })
  .partial();

/** What the portal says of the installation it stands for. */
export interface Site {
  readonly city: Worded;
  readonly office: Worded;
  readonly phone: string;
  readonly hours: Worded;
  readonly reception: { readonly name: Worded; readonly address: Worded; readonly hours: Worded };
  readonly letters: Worded;
  /** When a leader receives visitors next; absent where none is entered. */
  readonly leader?: Worded;
  readonly divisions: readonly Division[];
}

export const EMPTY_SITE: Site = {
  city: { zh: '', en: '' },
  office: { zh: '信访局', en: 'the petition office' },
  phone: '',
  hours: { zh: '', en: '' },
  reception: { name: { zh: '', en: '' }, address: { zh: '', en: '' }, hours: { zh: '', en: '' } },
  letters: { zh: '', en: '' },
  divisions: [],
};

function rootOffice(bodies: readonly Body[]): Body | undefined {
  const offices = bodies.filter(isPetitionOffice);
  return (
    offices.find((body) => body.id === 'city-petition') ?? offices.find((body) => body.level === 'city') ?? offices[0]
  );
}

async function readSite(ledger: Ledger): Promise<Site> {
  const [divisions, settings] = await Promise.all([
    loadDivisions(ledger.pool),
    ledger.pool.query<{ value: unknown }>(`select value from setting where name = 'portal'`),
  ]);
  const own = settingSchema.parse(settings.rows[0]?.value ?? {});
  const office = rootOffice(ledger.reference.bodies.all());
  const nothing = { zh: '', en: '' };
  const address = office?.address ?? nothing;
  const name = own.office ?? office?.name ?? EMPTY_SITE.office;
  const hours = own.hours ?? office?.hours ?? nothing;
  return {
    city: own.place ?? divisions.find((division) => division.parent === undefined)?.name ?? nothing,
    office: name,
    phone: own.phone ?? office?.phone ?? '',
    hours,
    reception: own.reception ?? { name, address, hours },
    letters: own.letters ?? address,
    ...(own.leader === undefined ? {} : { leader: own.leader }),
    divisions,
  };
}

const KEEP_MS = 60_000;

/** Reads what the installation says of itself, again once a minute; what was read last stays when the database is away. */
export function siteReader(ledger: Ledger): { get(): Promise<Site>; last(): Site } {
  let known: { site: Site; until: number } | undefined;
  return {
    async get() {
      const now = ledger.clock.now().getTime();
      if (known === undefined || now >= known.until || now < known.until - KEEP_MS) {
        known = { site: await readSite(ledger), until: now + KEEP_MS };
      }
      return known.site;
    },
    last: () => known?.site ?? EMPTY_SITE,
  };
}
