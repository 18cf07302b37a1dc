import type { ReactNode } from 'react';
import { useWords } from '../../../ui/staff/words.tsx';
import type { PetitionPageModel } from '../petition-page.contract.ts';
import { DocumentNumber } from './DocumentNumber.tsx';
import { PETITION_PAGE_TEXTS } from './petition-page.texts.ts';

/** Those who wrote, the main one first. The document number comes masked from the server. */
export function PeopleTable({
  submission,
  matter,
  people,
  representatives = [],
  kindOf,
}: {
  readonly submission: string;
  /** The matter it is read with; absent where the letter itself is. */
  readonly matter?: string | undefined;
  readonly people: PetitionPageModel['people'];
  /** Who of them speaks for the group, by place. */
  readonly representatives?: readonly number[] | undefined;
  readonly kindOf: (kind: string) => string;
}): ReactNode {
  const w = useWords(PETITION_PAGE_TEXTS);
  return (
    <div className="pp-scroll">
      <table className="pp-table">
        <caption className="gone">{w.people}</caption>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.phone}</th>
            <th scope="col">{w.address}</th>
            <th scope="col">{w.document}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may share every word; the order never changes
            <tr key={at}>
              <th scope="row">
                {person.name === '' ? w.anonymous : person.name}
                {representatives.includes(at) && <span className="tag">{w.representative}</span>}
              </th>
              <td>{person.phone}</td>
              <td>{person.address}</td>
              <td>
                {person.idKind !== undefined && person.idKind !== 'none' && `${kindOf(person.idKind)} `}
                {person.idNumber !== undefined && (
                  <DocumentNumber masked={person.idNumber} of={{ submission, matter, person: at, name: person.name }} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
