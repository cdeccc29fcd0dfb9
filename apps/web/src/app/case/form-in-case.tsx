import type { DoingProps } from '../../feature.ts';
import { CommandForm } from '../../forms/command-form.tsx';
import { formOf } from '../forms.ts';
import { useLabels } from '../labels.ts';
import { featureOf } from '../registry.ts';

/** A command of this case that is a list of fields. */
export function FormInCase({ command, timeline, onDone, cancel }: DoingProps) {
  const labels = useLabels();
  const { id, kind } = timeline.about;
  const feature = featureOf(kind);
  const definition = formOf(command);
  if (!feature || !definition) return null;
  return (
    <div className="max-w-4xl">
      <CommandForm
        definition={definition}
        words={feature.words}
        title={labels.of('command', command)}
        at={timeline.contact?.id}
        {...{ command, id, onDone, cancel }}
      />
    </div>
  );
}
