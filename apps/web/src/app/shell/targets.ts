import type { LinkProps } from '@tanstack/react-router';
import type { Me } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { useLabels } from '../labels.ts';
import { beginnings, pagesOf } from '../registry.ts';

interface Target {
  readonly to: NonNullable<LinkProps['to']>;
  readonly label: string;
}

export interface Targets {
  /** Where this person looks: the board, the messages, lists and registers. */
  readonly places: readonly Target[];
  /** What this person may begin, most used first. */
  readonly begin: readonly Target[];
}

/** Where this person goes: what the server says that he may open and begin. */
export function useTargets(me: Me): Targets {
  const t = useText();
  const labels = useLabels();
  return {
    places: [
      { to: '/', label: t.app.board },
      { to: '/messages', label: t.app.messages },
      { to: '/list', label: t.app.cases },
      ...pagesOf(me).map(({ name, to }) => ({ to: to as Target['to'], label: labels.of('nav', name) })),
    ],
    begin: beginnings(me).map(({ command, to }) => ({ to: to as Target['to'], label: labels.of('nav', command) })),
  };
}
