import type { DoingProps } from '../../../feature.ts';
import { useText } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { DecisionEntry } from './decision-entry.tsx';

/** 協議の結果を記録する, on the page of the item. */
export function Decide({ timeline, onDone, cancel }: DoingProps) {
  const { form } = useText();
  const { id } = timeline.about;
  return (
    <div className="flex max-w-4xl flex-col gap-3">
      <DecisionEntry
        item={id}
        onDone={() => onDone({ id, state: 'DECIDED', version: timeline.version, position: 0 })}
      />
      <Button look="plain" size="large" onClick={cancel}>
        {form.cancel}
      </Button>
    </div>
  );
}
