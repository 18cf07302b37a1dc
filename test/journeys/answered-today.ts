import type { Actor } from '../../src/domain/act.ts';
import { registerSubmission, take } from '../../src/petition/1-intake/server/intake.ts';
import { forwardMatter, signMatter } from '../../src/petition/2-transfer/server/transfer.ts';
import { acceptMatter } from '../../src/petition/3-acceptance/server/acceptance.ts';
import { draftOpinion, issueOpinion, serveOpinion } from '../../src/petition/5-reply/server/reply.ts';
import { filedBy } from '../world/arrival.ts';
import { by } from '../world/people.ts';
import { allowed } from '../world/petition.ts';
import type { Hall } from './hall.ts';

const HOUSING = 'd01-housing';
const REQUEST = '把井和管子修好';

/** A petition that was filed and answered today: review may be asked for, and both sides rated. */
export async function answeredToday({
  city: { ledger },
}: Hall): Promise<{ readonly number: string; readonly code: string; readonly fact: string }> {
  const person = { name: '秦德昌', phone: '19000000774', address: '柳荫里小区5号楼601' };
  const arrival = filedBy(person, REQUEST, '3号楼北边那口污水井往外冒脏水。');
  const filer: Actor = { kind: 'petitioner', submission: 'answered-today' };
  const { number, code } = allowed(await take(ledger, filer, arrival, { verb: 'submission.file' }));
  const office = by('d01-petition', 'clerk', 'dispatcher');
  const matters = [
    {
      purpose: 'claim' as const,
      category: '030400',
      title: '柳荫里3号楼北边冒污水',
      text: '污水井往外冒脏水。',
      requests: [REQUEST],
      accused: [],
    },
  ];
  allowed(await registerSubmission(ledger, office, { number, matters }));
  const task = { matter: `${number}-1`, assignment: 'a1' };
  const handler = by(HOUSING, 'handler');
  allowed(await forwardMatter(ledger, office, { matter: task.matter, to: HOUSING, mode: 'forward', remark: '' }));
  allowed(await signMatter(ledger, handler, task));
  allowed(await acceptMatter(ledger, handler, { ...task, route: '31(6)' }));
  const item = {
    request: REQUEST,
    finding: '开井查看，32米老管塌陷。',
    basis: '《城镇排水与污水处理条例》第五条',
    verdict: 'support' as const,
    answer: '6月30日前修好。',
  };
  allowed(await draftOpinion(ledger, handler, { ...task, items: [item] }));
  allowed(await issueOpinion(ledger, by(HOUSING, 'head'), task));
  const service = { way: 'in-person', on: '2026-03-11', signed: true, view: 'none', note: '' } as const;
  allowed(await serveOpinion(ledger, handler, { ...task, ...service }));
  return { number, code, fact: '0774' };
}
