import type { AroundFacts } from '../../domain/facts-around.ts';
import { day, type Names, withSheet as paper, type Told, told } from './story-parts.texts.ts';

type File = Pick<
  AroundFacts,
  'ReportPassed' | 'ReportNoted' | 'ReportConcluded' | 'Archived' | 'ErasureProposed' | 'KeptLonger' | 'Erased'
>;
export type FileFact = { [K in keyof File]: { readonly kind: K; readonly body: File[K] } }[keyof File];

/** A report in its keeper’s hands, and how long the file of a matter is kept, as officers read it. */
export function tellFile({ kind, body }: FileFact, names: Names): Told {
  switch (kind) {
    case 'ReportPassed': {
      const to = names.body(body.to);
      return told('paper', `移交${to.zh}`, `Passed on to ${to.en}`, paper(body.instrument));
    }
    case 'ReportNoted':
      return told('internal', '检举件办理记录', 'Work on the report', { note: body.content });
    case 'ReportConcluded':
      return told('fact', '检举件办结', 'Report concluded', { note: body.content });
    case 'Archived': {
      if (body.keepUntil === undefined) return told('fact', '归档，永久保管', 'Archived, to be kept for good');
      const until = day(body.keepUntil);
      return told('fact', `归档，保管到${until.zh}`, `Archived, kept until ${until.en}`);
    }
    case 'ErasureProposed':
      return told('internal', '保管期满，提请销毁', 'Term over: erasure proposed');
    case 'KeptLonger':
      return told('internal', '继续保管', 'Kept longer', { note: body.content });
    case 'Erased':
      return told('fact', '保管期满，内容已销毁', 'Term over: what was written was erased');
  }
}
