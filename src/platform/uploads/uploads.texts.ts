import type { Sentence } from '../http/route.contract.ts';

/** What is said to somebody whose file is not taken: why, and what to do. */
export const UPLOAD_TEXTS = {
  'file-empty': {
    zh: '这个文件是空的。请重新选择。',
    en: 'This file is empty. Choose another.',
  },
  'file-too-large': {
    zh: '这个文件超过 10 MB。请压缩后再传，照片可以选“小一些”的尺寸。',
    en: 'This file is larger than 10 MB. Make it smaller and send it again; for photos choose a smaller size.',
  },
  'file-kind': {
    zh: '不收这种文件。请用照片（JPG、PNG）、PDF、Word（docx）、文字（txt，UTF-8）、录音（mp3）或录像（mp4）。',
    en: 'This kind of file is not taken. Use a photo (JPG, PNG), PDF, Word (docx), text (txt, UTF-8), sound (mp3) or film (mp4).',
  },
  'file-damaged': {
    zh: '这张图片已损坏，打不开。请重新拍照或另存后再传。',
    en: 'This picture is damaged and cannot be opened. Take it again, or save it anew and send it.',
  },
  'file-harmful': {
    zh: '这个文件里查出了病毒，没有收。请换一个干净的，或者拍照、打印后再传。',
    en: 'Something harmful was found in this file, and it was not taken. Send a clean one, or a photo or scan of it.',
  },
  'file-unchecked': {
    zh: '现在查不了病毒，这个文件先没有收。请过几分钟再传；文字可以先发，材料以后再补。',
    en: 'Files cannot be checked for viruses just now, so it was not taken. Try again in some minutes; you can send the text first and add the file later.',
  },
  'files-too-many': {
    zh: '最多可以放 10 个文件。请先删去一些，或合并成一个 PDF。',
    en: 'There may be at most 10 files. Remove some first, or put them together into one PDF.',
  },
  'form-too-large': {
    zh: '填写的内容太长。请缩短后再发。',
    en: 'What was filled in is too long. Shorten it and send it again.',
  },
} as const satisfies Record<string, Sentence>;

export type UploadRefusal = keyof typeof UPLOAD_TEXTS;
