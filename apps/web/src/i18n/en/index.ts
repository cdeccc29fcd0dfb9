import type { Dictionary } from '../index.tsx';
import { codes } from './codes.ts';
import { events } from './events.ts';
import { screens } from './screens.ts';

export const en = { ...screens, codes, events } satisfies Dictionary;
