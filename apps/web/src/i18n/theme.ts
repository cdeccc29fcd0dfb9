import { labelOf } from './dictionary.ts';

/** 課題 by its key: scene, type, and the subject where it has one. */
export const themeOf = (
  { codes }: { readonly codes: { readonly theme: Readonly<Record<string, string>> } },
  key: string,
  between = '／',
): string =>
  key
    .split('|')
    .map((code) => labelOf(codes.theme, code))
    .join(between);
