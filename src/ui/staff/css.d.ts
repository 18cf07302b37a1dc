/** Style sheets are imported for their effect; the bundler puts them into files of their own. */
declare module '*.css' {}
