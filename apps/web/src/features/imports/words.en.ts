import type { ContextWords } from '../../feature.ts';
import { NOTHING } from './nothing.ts';

export const en: ContextWords = { ...NOTHING, nav: { imports: 'Import lists' } };
