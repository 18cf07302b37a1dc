import { normalise, normaliseTraced, type Traced } from '../../text/normalise.ts';

/** Traditional characters of the words looked for, and beneath each its simplified form. */
const TRADITIONAL =
  '殺樓農藥遺書燒縱彈槍車辦們與給絕終結斷輕盡歸於來這個還會著沒無為準備買帶頂橋鄰門廢報復領導長鎮縣區鄉總氣離開讓誰後應見說對滅綁處衝換敵媽爺兒麼乾淨葬塊極傷幹勸聽聞電視價雞魚';
const SIMPLIFIED =
  '杀楼农药遗书烧纵弹枪车办们与给绝终结断轻尽归于来这个还会着没无为准备买带顶桥邻门废报复领导长镇县区乡总气离开让谁后应见说对灭绑处冲换敌妈爷儿么干净葬块极伤干劝听闻电视价鸡鱼';
const TO_SIMPLE: ReadonlyMap<string, string> = new Map(
  [...TRADITIONAL].map((letter, at) => [letter, SIMPLIFIED[at] ?? letter]),
);

/** Ends a sentence; context never reaches over it. */
const STOP = '。';
/** Ends a clause. */
const COMMA = '，';

const LETTER = /[\p{L}\p{N}]/u;
const ENDS_SENTENCE = /[。!?;]/;
const ENDS_CLAUSE = /[,，、:]/;
const EMPTY_LINE = /\n[^\S\n]*\n/;

interface Piece {
  text: string;
  readonly from: number[];
  readonly to: number[];
  /** What stands after it, and where. */
  mark: string;
  markAt: number;
}

/**
 * The text as danger is read from it: compared as always (normalise), simplified, and with everything between letters
 * left out, so that `自 杀`, `自-杀` and `自。杀。` read as one word. Of the punctuation only stops and commas stay, and only
 * between pieces of two letters and more. Every unit knows where it stood in the original.
 */
export function squeeze(original: string): Traced {
  const pieces = piecesOf(normaliseTraced(original) ?? letterByLetter(original), original);
  const text: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const [at, piece] of pieces.entries()) {
    text.push(piece.text);
    for (const [unit, start] of piece.from.entries()) {
      from.push(start);
      to.push(piece.to[unit] ?? start);
    }
    const next = pieces[at + 1];
    if (next !== undefined && isWhole(piece) && isWhole(next)) {
      text.push(piece.mark);
      from.push(piece.markAt);
      to.push(piece.markAt + 1);
    }
  }
  return { text: text.join(''), from, to };
}

/** A single letter between two marks was set apart to be overlooked, or may as well belong to its neighbour. */
function isWhole(piece: Piece): boolean {
  return piece.text.length > 1;
}

function piecesOf(read: Traced, original: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let piece: Piece = { text: '', from: [], to: [], mark: '', markAt: 0 };
  let at = 0;
  for (const letter of read.text) {
    const start = read.from[at] ?? 0;
    const end = read.to[at] ?? start;
    const mark = markOf(letter, original.slice(start, read.from[at + letter.length] ?? end));
    at += letter.length;
    if (mark === undefined) {
      if (piece.mark !== '') {
        pieces.push(piece);
        piece = { text: '', from: [], to: [], mark: '', markAt: 0 };
      }
      const plain = TO_SIMPLE.get(letter) ?? letter;
      piece.text += plain;
      for (let unit = 0; unit < plain.length; unit++) {
        piece.from.push(start);
        piece.to.push(end);
      }
    } else if (piece.text !== '' && mark !== '' && piece.mark !== STOP) {
      piece.mark = mark;
      piece.markAt = start;
    }
  }
  return [...pieces, piece];
}

/** Undefined for a letter, '' for what only stands between letters. */
function markOf(letter: string, written: string): string | undefined {
  if (LETTER.test(letter)) return undefined;
  if (ENDS_SENTENCE.test(letter)) return STOP;
  if (ENDS_CLAUSE.test(letter)) return COMMA;
  return letter === ' ' && EMPTY_LINE.test(written) ? STOP : '';
}

/** For the rare text that does not normalise character by character. */
function letterByLetter(original: string): Traced {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const letter of original) {
    for (const unit of normalise(letter)) {
      text += unit;
      for (let half = 0; half < unit.length; half++) {
        from.push(at);
        to.push(at + letter.length);
      }
    }
    at += letter.length;
  }
  return { text, from, to };
}
