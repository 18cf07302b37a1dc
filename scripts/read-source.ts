/** A text inside quotes or backticks: where it begins (at its quote), and what it holds. */
export interface Quoted {
  readonly at: number;
  readonly text: string;
  /** In backticks, or the part of such a text between two values. */
  readonly template: boolean;
}

/** A source file with its comments and quoted texts blanked out, in place, so that positions and lines still hold. */
export interface Source {
  readonly code: string;
  readonly quoted: readonly Quoted[];
}

export interface Import {
  readonly at: number;
  readonly specifier: string;
  /** `import('...')`: loaded later, so it closes no cycle. */
  readonly dynamic: boolean;
}

/** The word before decides whether a slash begins a regular expression. */
const BEFORE_REGEX = /(?:[(,=:[!&|?{};+\-*%~^>]|\b(?:return|typeof|case|in|of|do|else))\s*$/;

/**
 * A scanner, not a parser: it tells comments, quoted texts and regular expressions from code, which is all the checks
 * need. A quote that no quote closes on its line (an apostrophe in the text of a tag) is left alone.
 */
export function readSource(text: string): Source {
  const blanked: string[] = [];
  const quoted: Quoted[] = [];
  let copied = 0;
  const blank = (from: number, to: number): void => {
    blanked.push(text.slice(copied, from), text.slice(from, to).replace(/[^\n]/g, ' '));
    copied = to;
  };
  const templates: number[] = [];
  let braces = 0;
  for (let at = 0; at < text.length; ) {
    const two = text.slice(at, at + 2);
    const one = text[at] ?? '';
    if (two === '//') {
      const end = endOf(text.indexOf('\n', at), text.length);
      blank(at, end);
      at = end;
    } else if (two === '/*') {
      const end = endOf(text.indexOf('*/', at + 2) + 2, text.length, 1);
      blank(at, end);
      at = end;
    } else if (one === "'" || one === '"') {
      const end = closing(text, at, one);
      if (end !== undefined) {
        quoted.push({ at, text: text.slice(at + 1, end), template: false });
        blank(at + 1, end);
      }
      at = (end ?? at) + 1;
    } else if (one === '`' || (one === '}' && templates.at(-1) === braces)) {
      if (one === '}') templates.pop();
      const end = templateEnd(text, at + 1);
      quoted.push({ at, text: text.slice(at + 1, end), template: true });
      blank(at + 1, end);
      if (text.startsWith('${', end)) {
        templates.push(braces);
        at = end + 2;
      } else at = end + 1;
    } else if (one === '/' && BEFORE_REGEX.test(text.slice(Math.max(0, at - 12), at))) {
      const end = regexEnd(text, at);
      if (end !== undefined) blank(at + 1, end);
      at = (end ?? at) + 1;
    } else {
      if (one === '{') braces += 1;
      if (one === '}') braces -= 1;
      at += 1;
    }
  }
  blanked.push(text.slice(copied));
  return { code: blanked.join(''), quoted };
}

/** Every static and dynamic import and re-export, by its specifier. */
export function importsOf({ code, quoted }: Source): readonly Import[] {
  return quoted.flatMap(({ at, text, template }) => {
    if (template) return [];
    const before = code.slice(Math.max(0, at - 40), at);
    const found = /\b(from|import|import\s*\()\s*$/.exec(before)?.[1];
    return found === undefined ? [] : [{ at, specifier: text, dynamic: found.endsWith('(') }];
  });
}

/** 1 for the first line. */
export function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function endOf(found: number, none: number, least = 0): number {
  return found < least ? none : found;
}

function closing(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === quote) return at;
    else if (text[at] === '\n') return undefined;
  }
  return undefined;
}

/** Where the text of a template pauses (`${`) or ends. */
function templateEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`' || text.startsWith('${', at)) return at;
  }
  return text.length;
}

function regexEnd(text: string, from: number): number | undefined {
  let inClass = false;
  for (let at = from + 1; at < text.length; at++) {
    const one = text[at];
    if (one === '\n') return undefined;
    if (one === '\\') at += 1;
    else if (one === '[') inClass = true;
    else if (one === ']') inClass = false;
    else if (one === '/' && !inClass) return at;
  }
  return undefined;
}
