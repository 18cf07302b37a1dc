/** Exit code of a process of `prove` that found no database, which may just have been killed: it is started again. */
export const NO_DATABASE = 75;
