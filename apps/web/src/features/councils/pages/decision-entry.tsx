import { useState } from 'react';
import type { Body } from '../../../api/contract.ts';
import { optionsOf, useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { inputClass } from '../../../ui/field.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';
import { useCouncilCommand, useCouncils } from './shared.tsx';

type Decided = Body<'DecideAgendaItem'>;

/** 結果を入力する (O8): a digit chooses, Ctrl+Enter records. What only some decisions need is asked with them. */
export function DecisionEntry({ item, onDone }: { item: string; onDone: () => void }) {
  const t = useWords(words);
  const { meeting: say, decide } = useWords(pageWords);
  const command = useCouncilCommand('DecideAgendaItem');
  const { data: councils = [] } = useCouncils();
  const [decision, choose] = useState<Decided['decision']>();
  const [reason, write] = useState('');
  const [toCouncil, forward] = useState('');
  const [rule, change] = useState({ context: 'handovers', name: '', value: '', effectiveFrom: '' });
  const options = optionsOf(t.codes.decision) as { value: Decided['decision']; label: string }[];
  const ready = decision !== undefined && (decision !== 'forward_other_body' || toCouncil !== '');

  const record = () => {
    if (!ready || command.isPending) return;
    const { context, name, value, effectiveFrom } = rule;
    const body: Decided = {
      decision,
      ...(reason.trim() !== '' && { reason }),
      ...(decision === 'forward_other_body' && { toCouncil }),
      ...(decision === 'rule_change' &&
        name !== '' && {
          rule: { context, effectiveFrom, values: { [name]: Number(value.normalize('NFKC')) } },
        }),
    };
    command.mutate(
      { id: item, body },
      {
        onSuccess: () => {
          command.again();
          onDone();
        },
      },
    );
  };

  return (
    <div
      className="flex flex-col gap-3"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          record();
        }
        const typing = event.target instanceof HTMLInputElement && event.target.type !== 'radio';
        if (typing || event.target instanceof HTMLTextAreaElement || event.ctrlKey || event.altKey) return;
        const chosen = options[Number(event.key) - 1];
        if (chosen) choose(chosen.value);
      }}
    >
      {command.error ? <Refused problem={command.error} keeps /> : null}
      <fieldset>
        <legend className="mb-1 text-std-16B-170">{t.field.decision}</legend>
        <div className="flex flex-wrap gap-2">
          {options.map(({ value, label }, i) => (
            <label
              key={value}
              className="flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-3 py-1.5 text-dns-16N-130 has-checked:border-key-900 has-checked:bg-key-50"
            >
              <input
                type="radio"
                name={`decision-${item}`}
                value={value}
                checked={decision === value}
                // The first answers the keys as soon as the entry is open.
                autoFocus={i === 0}
                onChange={() => choose(value)}
                className="size-5 shrink-0 accent-key-900"
              />
              <span className="tabular-nums">
                {i + 1} {label}
              </span>
            </label>
          ))}
        </div>
        <p className="mt-1 text-dns-14N-130 text-solid-gray-700">{say.keys}</p>
      </fieldset>
      {decision === 'forward_other_body' ? (
        <label className="flex flex-col gap-1 text-std-16B-170">
          {say.toCouncil}
          <select className={inputClass} value={toCouncil} onChange={({ target }) => forward(target.value)}>
            <option value="">{say.choose}</option>
            {councils.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {decision === 'rule_change' ? (
        <fieldset className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 p-3">
          <legend className="px-1 text-std-16N-170">{decide.rule}</legend>
          <label className="flex flex-col gap-1 text-dns-16N-130">
            {decide.context}
            <select
              className={inputClass}
              value={rule.context}
              onChange={({ target }) => change({ ...rule, context: target.value })}
            >
              {optionsOf(decide.contexts).map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          {(['name', 'value'] as const).map((name) => (
            <label key={name} className="flex flex-col gap-1 text-dns-16N-130">
              {decide[name]}
              <input
                className={inputClass}
                value={rule[name]}
                onChange={({ target }) => change({ ...rule, [name]: target.value })}
              />
            </label>
          ))}
          <label className="flex flex-col gap-1 text-dns-16N-130">
            {decide.effectiveFrom}
            <input
              type="date"
              className={inputClass}
              value={rule.effectiveFrom}
              onChange={({ target }) => change({ ...rule, effectiveFrom: target.value })}
            />
          </label>
        </fieldset>
      ) : null}
      <label className="flex flex-col gap-1 text-std-16B-170">
        {say.reason}
        <span className="text-dns-14N-130 text-solid-gray-700">{t.hint.reason}</span>
        <textarea rows={3} className={inputClass} value={reason} onChange={({ target }) => write(target.value)} />
      </label>
      <Button look="primary" size="large" busy={command.isPending} aria-disabled={!ready} onClick={record}>
        {t.command.DecideAgendaItem}
      </Button>
    </div>
  );
}
