/** Files that may come with one request. */
export const MOST_FILES = 10;
/** Bytes of one file. */
export const MOST_FILE_BYTES = 10 * 1_048_576;
