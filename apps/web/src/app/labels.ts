import { useLanguage, useText } from '../i18n/index.tsx';
import { useTime } from '../time/use-time.ts';
import { labelsIn, type Labels, type Sayings } from './registry.ts';

/** What things are called, in the reader's language. */
export function useLabels(): Labels {
  const text = useText();
  return labelsIn(useLanguage().language, text);
}

/** Times with their date, for facts, which are read on other days too; with the institutions that they may name. */
export function useSayings(organizations: readonly { id: string; name: string }[] = []): Sayings {
  const labels = useLabels();
  const { stamp, day } = useTime();
  const { comma } = useText().app;
  return {
    moment: stamp,
    day,
    step: (step) => labels.of('step', step),
    organization: (id) => organizations.find((one) => one.id === id)?.name,
    comma,
  };
}
