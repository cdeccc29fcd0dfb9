import type { DoingProps } from '../../../feature.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import { labelOf, textOf, useText } from '../../../i18n/index.tsx';
import { useGrid } from '../coordinators.ts';
import { END_COORDINATOR_POST } from '../forms.ts';
import { words } from '../words.ts';
import { useCoordinatorWords } from './coordinator-words.ts';

/** 調整役の任を終える. Its form is no part of the first load: hardly anybody gives it. */
export function EndCoordinatorPost({ timeline, onDone, cancel }: DoingProps) {
  const t = useCoordinatorWords();
  const { app } = useText();
  const { id } = timeline.about;
  const post = useGrid(textOf(timeline.facts['area'])).data?.posts.find((one) => one.id === id);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {post ? (
        <p className="text-std-16N-170">
          <span className="font-bold">{post.user.name}</span>　{labelOf(t.codes.kind, post.kind)}
          <br />
          {[
            post.area.name,
            post.fields.map((field) => labelOf(t.codes.fields, field)).join(app.comma),
            labelOf(t.codes.level, post.level),
          ].join('　')}
        </p>
      ) : null}
      <CommandForm
        command="EndCoordinatorPost"
        definition={END_COORDINATOR_POST}
        words={words}
        title={t.command.EndCoordinatorPost}
        {...{ id, onDone, cancel }}
      />
    </div>
  );
}
