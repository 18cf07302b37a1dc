import type { Person } from '../../src/domain/particulars.ts';
import type { Arrival } from '../../src/petition/1-intake/server/intake.ts';

/** What somebody in the street of the tests files through the portal: one request, which is its title. */
export function filedBy(person: Person, request: string, text = `${request}。`): Arrival {
  return {
    channel: 'web',
    purpose: 'claim',
    division: '990101001',
    body: 'd01-petition',
    receivedOn: '2026-03-11',
    petitioners: 1,
    identity: 'claimed',
    mayPublish: false,
    particulars: { form: 'self', people: [person], title: request, text, requests: [request], files: [], tried: [] },
  };
}
