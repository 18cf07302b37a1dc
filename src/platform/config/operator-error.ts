import { inOperatorLanguage, type OperatorWords } from './operator-words.ts';

/**
 * Something only the operator can put right: a folder that cannot be written, a server that cannot be reached. The
 * message says what is wrong and what to do, and is shown without a stack. A bug is any other exception.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';

  constructor(words: OperatorWords, options?: ErrorOptions) {
    super(inOperatorLanguage(words), options);
  }
}
