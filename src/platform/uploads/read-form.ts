import type { FastifyRequest } from 'fastify';
import { refusedWith } from '../http/errors.ts';
import { isRefused, type Refused } from '../http/refused.ts';
import { type CheckedFile, checkFile, refuseUpload } from './check.ts';

/** Fields of a form; the last value where a name comes several times. */
export type FormFields = Readonly<Record<string, string>>;

/** Everything in a multipart form that came before and with the files. */
export interface UploadedForm {
  readonly fields: FormFields;
  /** Files taken. */
  readonly taken: number;
  /** Files not taken, by the name they had, and why. */
  readonly refused: readonly { readonly name: string; readonly refused: Refused }[];
}

/**
 * Reads a multipart form file by file, so that only one is in memory at a time. `take` keeps a checked file and may
 * refuse it; it gets the fields read so far, so put the hidden `_csrf` field before the files and check it there. An
 * empty file field, as browsers send for "none chosen", is passed over.
 */
export async function readForm(
  request: FastifyRequest,
  take: (file: CheckedFile, fields: FormFields, field: string) => Promise<Refused | undefined>,
): Promise<UploadedForm | Refused> {
  const fields: Record<string, string> = Object.create(null);
  const refused: { name: string; refused: Refused }[] = [];
  let taken = 0;
  let ownFault: unknown;
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        if (part.valueTruncated || part.fieldnameTruncated) return refuseUpload('form-too-large', part.fieldname);
        if (typeof part.value === 'string') fields[part.fieldname] = part.value;
        continue;
      }
      const bytes = await part.toBuffer();
      // Absent, whatever its type says, where a part has a content type and no name.
      const name = part.filename ?? '';
      if (bytes.length === 0 && name === '') continue;
      const checked = checkFile({ name, bytes });
      const no = isRefused(checked)
        ? checked
        : ((await findHarm(request, bytes)) ??
          (await take(checked, fields, part.fieldname).catch((cause: unknown) => {
            ownFault = cause;
            throw cause;
          })));
      if (no === undefined) taken += 1;
      else refused.push({ name, refused: no });
    }
  } catch (cause) {
    if (cause === ownFault) throw cause;
    return refusalOf(cause);
  }
  return { fields, taken, refused };
}

/** What was given is looked into, not what is kept of it: taking the metadata out could hide what was there. */
async function findHarm({ server: { house } }: FastifyRequest, bytes: Buffer): Promise<Refused | undefined> {
  if (house.scanFile === undefined) return undefined;
  try {
    const found = await house.scanFile(bytes);
    if (found === undefined) return undefined;
    house.log.warn('harmful file refused', { found, bytes: bytes.length });
    return refuseUpload('file-harmful');
  } catch (cause) {
    house.log.fault(cause, { doing: 'looking into an uploaded file' });
    return refuseUpload('file-unchecked');
  }
}

/** Whatever else the reader of the form throws, the form is broken or its sender has gone. */
function refusalOf(cause: unknown): Refused {
  switch (cause instanceof Error && 'code' in cause ? cause.code : undefined) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return refuseUpload('file-too-large');
    case 'FST_FILES_LIMIT':
      return refuseUpload('files-too-many');
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return refuseUpload('form-too-large');
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return refusedWith('wrong-type');
    default:
      return refusedWith('bad-request');
  }
}
