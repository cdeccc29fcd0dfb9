import type { DoingProps } from '../../../feature.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import { useWords } from '../../../i18n/index.tsx';
import { END_COORDINATOR_POST } from '../forms.ts';
import { words } from '../words.ts';

/** 調整役の任を終える. Its form is no part of the first load: hardly anybody gives it. */
export function EndCoordinatorPost({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  return (
    <div className="max-w-4xl">
      <CommandForm
        command="EndCoordinatorPost"
        definition={END_COORDINATOR_POST}
        words={words}
        title={t.command.EndCoordinatorPost}
        id={timeline.about.id}
        onDone={onDone}
        cancel={cancel}
      />
    </div>
  );
}
