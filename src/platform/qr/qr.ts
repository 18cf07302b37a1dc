import qrcode from 'qrcode-generator';

/** A QR code as one path of unit squares. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

/** Draws an address as a QR code (error correction M), each row's dark runs as one line, so that it stays small. */
export function drawQr(text: string): Qr {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  let path = '';
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; ) {
      if (!code.isDark(row, column)) {
        column += 1;
        continue;
      }
      let run = 1;
      while (column + run < size && code.isDark(row, column + run)) run += 1;
      path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { size, path };
}
