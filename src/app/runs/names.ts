import type { Ledger } from '../../ledger/ledger.ts';

/** Says who an actor of the record is: an account by its holder's name, the system by nothing. */
export async function namesOf(
  ledger: Ledger,
  actors: readonly (string | undefined)[],
): Promise<(actor: string) => string> {
  const ids = actors.flatMap((actor) => (actor?.startsWith('staff:') ? [actor.slice('staff:'.length)] : []));
  const { rows } = await ledger.pool.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1)',
    [ids],
  );
  const names = new Map(rows.map(({ id, name }) => [`staff:${id}`, name]));
  return (actor) => names.get(actor) ?? (actor === 'system' ? '' : actor);
}
