import { useMemo } from 'react';
import { FEATURES } from '../features/index.ts';
import type { ContextWords } from '../feature.ts';
import type { FieldWords } from '../forms/drafts/field-words.tsx';
import { labelOf, useLanguage, useText } from '../i18n/index.tsx';
import { formOf } from './forms.ts';
import { factsOf, labelsIn } from './registry.ts';

/** What the contexts call the fields of their forms, for the engine of drafts, which knows no context. */
export function useWordsOfFields(): FieldWords {
  const { language } = useLanguage();
  const t = useText();
  return useMemo(() => {
    const wordsOf = (command: string): ContextWords | undefined =>
      FEATURES.find(({ commands }) => Object.hasOwn(commands, command))?.words[language];
    return {
      label: (command, path) => {
        const words = wordsOf(command);
        const name = path.split('.').at(-1) ?? path;
        if (name === 'occurredAt') return t.form.occurredAt;
        // The parts of a document are a list of codes, each with a field of its own.
        const lists = [words?.field ?? {}, ...Object.values(words?.codes ?? {})];
        return labelOf(lists.find((labels) => Object.hasOwn(labels, name)) ?? {}, name);
      },
      say: (command, path, code) => {
        const words = wordsOf(command);
        const name = path.split('.').at(-1) ?? path;
        const field = formOf(command)?.fields[name];
        const list = field && 'codes' in field ? field.codes : name;
        const named =
          words?.codes[list] ?? Object.values(words?.codes ?? {}).find((labels) => Object.hasOwn(labels, code));
        return labelOf(named ?? {}, code);
      },
      caseName: ({ about, state, facts }) => {
        const labels = labelsIn(language, t);
        const said = factsOf({ about, facts }, language, {
          moment: (at) => at.slice(0, 10),
          day: (on) => on,
          step: (step) => labels.of('step', step),
          organization: () => undefined,
          comma: t.app.comma,
        });
        return [`${labels.of('kind', about.kind)}（${labels.state(about.kind, state)}）`, ...said].join('　');
      },
    };
  }, [language, t]);
}
