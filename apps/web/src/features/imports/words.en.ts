import type { ContextWords } from '../../feature.ts';
import { NOTHING } from './words.ts';

export const en: ContextWords = { ...NOTHING, nav: { imports: 'Import lists' } };
