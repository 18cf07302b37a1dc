import type { ReactNode } from 'react';
import { FileField } from '../../../alongside/documents/web/FileField.tsx';
import { useUploads } from '../../../alongside/documents/web/uploads.ts';
import type { ActSlot } from '../../../ui/staff/act-form.ts';
import { useActForm } from '../../../ui/staff/act-form.ts';
import { ErrorSummary } from '../../../ui/staff/ErrorSummary.tsx';
import { useWords } from '../../../ui/staff/words.tsx';
import { storeScanRoute } from '../reply.contract.ts';
import { REPLY_FORM_TEXTS } from './reply-forms.texts.ts';

/** The stamped sheet of one paper: chosen, sent and stored in one go. */
export function ScanField(
  props: ActSlot & { readonly matter: string; readonly instrument: string; readonly stored: boolean },
): ReactNode {
  const w = useWords(REPLY_FORM_TEXTS);
  const uploads = useUploads();
  const form = useActForm(storeScanRoute, `scan-${props.instrument}`, props);

  async function add(files: readonly File[]) {
    const kept = await uploads.add(files);
    const file = kept[0];
    if (file === undefined) return kept;
    const { matter, instrument } = props;
    const done = await form.send({ params: { matter }, body: { instrument, file: file.id } });
    uploads.remove(file.id);
    if (done) props.onDone(file.name);
    return kept;
  }

  return (
    <div className="scan-field">
      <ErrorSummary faults={form.faults} article={form.article} requestId={form.requestId} />
      <FileField
        id={form.id('file')}
        label={props.stored ? w.scanAgain : w.scan}
        hint={w.scanHint}
        uploads={{ ...uploads, pending: uploads.pending || form.pending, add }}
        several={false}
      />
    </div>
  );
}
