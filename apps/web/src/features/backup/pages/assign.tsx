import { useOrganizationsEver } from '../../../api/queries.ts';
import type { DoingProps } from '../../../feature.ts';
import { CommandForm } from '../../../forms/command-form.tsx';
import { labelOf, textOf, useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { ASSIGN_BACKUP } from '../forms.ts';
import { askedOf } from '../request.ts';
import { words } from '../words.ts';

/** 受け手を割り当てる: who has been asked already, and who said no, stands above the choice. */
export function Assign({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { stamp } = useTime();
  const { data: organizations = [] } = useOrganizationsEver();
  const asked = askedOf(timeline);
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      {asked.length > 0 ? (
        <section aria-labelledby="asked" className="rounded-8 border border-solid-gray-420 bg-white p-4">
          <h2 id="asked" className="text-std-17B-170">
            {t.assign.asked}
          </h2>
          <ul className="flex flex-col text-std-16N-170">
            {asked.map(({ organization, answer, entry }) => (
              <li key={organization} className="flex flex-wrap gap-x-3">
                <span>{organizations.find(({ id }) => id === organization)?.name ?? t.assign.unnamed}</span>
                <strong className={answer === 'declined' ? 'text-error-2' : ''}>{t.assign.answer[answer]}</strong>
                {answer === 'declined' ? (
                  <span>{labelOf(t.codes.declineReason, textOf(entry.details['reason']))}</span>
                ) : null}
                <span className="text-solid-gray-800">{stamp(entry.occurredAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CommandForm
        command="AssignBackupManually"
        definition={ASSIGN_BACKUP}
        words={words}
        title={t.command.AssignBackupManually}
        id={timeline.about.id}
        onDone={onDone}
        cancel={cancel}
      />
    </div>
  );
}
