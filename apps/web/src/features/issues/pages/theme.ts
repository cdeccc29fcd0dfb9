import { labelOf } from '../../../i18n/dictionary.ts';
import type { Words } from '../words.ts';

/** 課題 by its key: scene, type, and the subject where it has one. */
export const themeIn = ({ codes }: Words, key: string): string =>
  key
    .split('|')
    .map((code) => labelOf({ ...codes.topic, ...codes.theme }, code))
    .join('／');
