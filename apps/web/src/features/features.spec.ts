import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isCommand } from '../api/contract.ts';
import { VOCABULARY } from '../api/schema.ts';
import type { ContextWords } from '../feature.ts';
import { en } from '../i18n/en.ts';
import { ja } from '../i18n/ja.ts';
import { loadEnglish, loadWords } from '../i18n/pair.ts';
import { FORMS } from './forms.ts';
import { FEATURES } from './index.ts';
import { WITHOUT_GIVING } from './without-giving.ts';

/** What a board has to say it with: the words that come before any other. */
const faces = FEATURES.map(({ words, rows }) => ({ rows, face: words.ja }));
await Promise.all([loadEnglish(), loadWords()]);

const WEB = dirname(dirname(fileURLToPath(import.meta.url)));
const LIBS = join(WEB, '../../../libs');

const filesOf = (folder: string, fits: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => fits.test(file));
const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => name);

interface Named {
  readonly kind: string;
  readonly states: readonly string[];
  readonly commands: readonly string[];
  readonly events: readonly string[];
  readonly steps: readonly string[];
  readonly templates: readonly string[];
  readonly records: readonly string[];
}
const { obligations } = VOCABULARY;
const kinds: readonly Named[] = VOCABULARY.kinds;
/** Everything that the server can name on a screen. */
const known = {
  commands: kinds.flatMap(({ commands }) => commands),
  events: [...kinds.flatMap(({ events }) => events), ...obligations.events],
  templates: [...kinds.flatMap(({ templates }) => templates), ...obligations.templates],
  steps: kinds.flatMap(({ steps }) => steps),
  records: kinds.flatMap(({ records }) => records),
};

const LANGUAGES = ['ja', 'en'] as const;
type Table = 'command' | 'event' | 'template' | 'step' | 'record';
const table = (language: 'ja' | 'en', name: Table): Record<string, string> => {
  const { event, template } = { ja, en }[language];
  const own: Partial<Record<Table, Record<string, string>>> = { event, template };
  return Object.assign({}, own[name], ...FEATURES.map(({ words }) => words[language][name]));
};
const unsaid = (name: Table, codes: readonly string[]): string[] =>
  LANGUAGES.flatMap((language) => {
    const labels = table(language, name);
    return codes.filter((code) => !labels[code]).map((code) => `${language} ${code}`);
  });

describe('the words of the screens', () => {
  it('are there for everything that the server can name', () => {
    expect(known.events.length).toBeGreaterThan(80);
    expect(known.steps.length).toBeGreaterThan(15);
    expect(known.records.length).toBeGreaterThan(15);
    expect(unsaid('event', known.events)).toEqual([]);
    expect(unsaid('template', known.templates)).toEqual([]);
    expect(unsaid('step', known.steps)).toEqual([]);
    expect(unsaid('record', known.records)).toEqual([]);
    const lacking = LANGUAGES.flatMap((language) =>
      kinds.flatMap(({ kind, states }) => {
        const words = FEATURES.map((feature) => feature.words[language]).find((each) => each.kind[kind]);
        return [
          ...(words ? [] : [`${language} ${kind}`]),
          ...states.filter((state) => !words?.state[kind]?.[state]).map((state) => `${language} ${kind} ${state}`),
        ];
      }),
    );
    expect(lacking).toEqual([]);
  });

  it('name nothing that the server does not know', () => {
    const surplus = (name: Table, codes: readonly string[]) =>
      Object.keys(table('ja', name)).filter((code) => !codes.includes(code));
    expect(surplus('event', known.events)).toEqual([]);
    expect(surplus('step', known.steps)).toEqual([]);
    expect(surplus('template', known.templates)).toEqual([]);
    expect(surplus('record', known.records)).toEqual([]);
    expect(surplus('command', known.commands)).toEqual([]);
    const states = FEATURES.flatMap(({ words }) =>
      Object.entries(words.ja.state).flatMap(([kind, labels]) =>
        Object.keys(labels).map((state) => `${kind} ${state}`),
      ),
    );
    const possible = kinds.flatMap(({ kind, states: of }) => of.map((state) => `${kind} ${state}`));
    expect(states.filter((state) => !possible.includes(state))).toEqual([]);
  });

  it('call nothing that is still to be done by what reads as done: whoever reads it believes that it is', () => {
    const done = /した$|ました$|^I have\b|^(?!Record ).*\b(was|were)\b|^\w+ed\b/;
    const names = LANGUAGES.flatMap((language) => Object.values(table(language, 'command')));
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => done.test(name))).toEqual([]);
  });

  it('are there for each detail, choice, unit, field and hint that a feature shows', () => {
    const lacking = FEATURES.flatMap(({ words, facts, rows, commands }) =>
      LANGUAGES.flatMap((language) => {
        const said: ContextWords = words[language];
        const details = Object.values({ ...facts, ...rows }).flatMap((each) => Object.entries(each));
        const forms = Object.entries(FORMS).flatMap(([name, { fields }]) =>
          Object.hasOwn(commands, name) ? Object.entries(fields) : [],
        );
        return [
          ...details.filter(([name]) => !said.detail[name]).map(([name]) => `detail ${name}`),
          ...details.flatMap(([, how]) =>
            typeof how === 'object' && 'codes' in how && !said.codes[how.codes] ? [`codes ${how.codes}`] : [],
          ),
          ...details.flatMap(([, how]) =>
            typeof how === 'object' && 'unit' in how && !said.unit[how.unit] ? [`unit ${how.unit}`] : [],
          ),
          ...forms.filter(([name]) => !said.field[name]).map(([name]) => `field ${name}`),
          ...forms.flatMap(([, { hint }]) => (hint !== undefined && !said.hint[hint] ? [`hint ${hint}`] : [])),
        ].map((what) => `${language} ${what}`);
      }),
    );
    expect(lacking).toEqual([]);
  });

  it('that a row needs are there before any others are fetched', () => {
    const lacking = faces.flatMap(({ rows, face }) =>
      Object.values(rows)
        .flatMap((each) => Object.entries(each))
        .flatMap(([name, how]) => [
          ...(face.detail[name] ? [] : [`detail ${name}`]),
          ...(typeof how === 'object' && 'codes' in how && !face.codes[how.codes] ? [`codes ${how.codes}`] : []),
          ...(typeof how === 'object' && 'unit' in how && !face.unit[how.unit] ? [`unit ${how.unit}`] : []),
        ]),
    );
    expect(lacking).toEqual([]);
    expect(faces.every(({ face }) => Object.keys(face.event).length === 0)).toBe(true);
  });

  it('call no event of a context by what it is not: facts are declared for events that exist', () => {
    const declared = FEATURES.flatMap(({ facts, loud }) => [...Object.keys(facts), ...loud]);
    expect(declared.filter((type) => !known.events.includes(type))).toEqual([]);
  });
});

it('every page that the server lets people open has a place and a name, and no other', () => {
  const pages = FEATURES.flatMap(({ words, pages: of = {} }) =>
    Object.keys(of).map((name) => ({ name, named: LANGUAGES.every((language) => Boolean(words[language].nav[name])) })),
  );
  const declared: readonly string[] = VOCABULARY.pages;
  expect(pages.map(({ name }) => name).toSorted()).toEqual(declared.toSorted());
  expect(pages.filter(({ named }) => !named)).toEqual([]);
});

describe('the commands of the API', () => {
  const given = FEATURES.flatMap(({ commands }) => Object.entries(commands));

  it('are those of the contexts, and a promise about what is owed', () => {
    expect([...known.commands, 'PromiseObligation'].filter((name) => !isCommand(name))).toEqual([]);
  });

  it('each have one place where they are given, or a reason why not', () => {
    const places = given.map(([name]) => name);
    // "I have it, by …" is said on every row of the board, and belongs to no context.
    expect([...places, ...Object.keys(WITHOUT_GIVING)].toSorted()).toEqual(known.commands.toSorted());
    expect(Object.values(WITHOUT_GIVING).filter((reason) => reason.length < 20)).toEqual([]);
  });

  it('that are given by a form have one, and no other has', () => {
    const formed = given.flatMap(([name, giving]) => ('form' in giving ? [name] : []));
    expect(Object.keys(FORMS).toSorted()).toEqual(formed.toSorted());
  });

  it('are called by name where there is a button, and in the navigation where they begin something', () => {
    const shown = given.map(([name]) => name);
    expect(unsaid('command', shown)).toEqual([]);
    const unnamed = FEATURES.flatMap(({ words, commands }) =>
      Object.entries(commands).flatMap(([name, giving]) =>
        'begins' in giving ? LANGUAGES.filter((language) => !words[language].nav[name]) : [],
      ),
    );
    expect(unnamed).toEqual([]);
  });

  it('that fulfil a step have a short name and a place', () => {
    for (const { words, steps, commands, cards = {} } of FEATURES)
      for (const [step, fulfilling] of Object.entries(steps))
        for (const command of fulfilling) {
          expect(known.steps).toContain(step.split('#')[0]);
          expect(Object.keys(commands)).toContain(command);
          const onCard = cards[step]?.command === command;
          for (const language of LANGUAGES)
            expect([command, onCard || Boolean(words[language].short[command])]).toEqual([command, true]);
        }
  });
});

it('no screen knows a role: what somebody may do, the server says', () => {
  const roles = namesIn(
    namesIn(readFileSync(join(LIBS, 'kernel/event.ts'), 'utf8'), /ROLES = \[([^\]]+)\]/g).join(''),
    /'(\w+)'/g,
  );
  expect(roles.length).toBeGreaterThan(20);
  const named = new RegExp(`['"\`](?:${roles.join('|')})['"\`]`);
  const allowed = [
    // Made from the API, and the words for each role.
    /^api\/schema\.ts$/,
    /^i18n\/(ja|en)\.ts$/,
    /\/words\.(ja|en)\.ts$/,
    // The demo offers the people who use it most first.
    /^app\/entry\/demo-entry\.tsx$/,
  ];
  const found = filesOf(WEB, /\.tsx?$/)
    .filter((file) => !file.endsWith('.spec.ts') && !allowed.some((pattern) => pattern.test(file)))
    .flatMap((file) =>
      readFileSync(join(WEB, file), 'utf8')
        .split('\n')
        // A look-up of people asks the server for those in a role.
        .filter((line) => named.test(line.replace(/as: 'user', role: '\w+'/, '')))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(found).toEqual([]);
});

it('a subject in the key of an issue is said in words, wherever keys are said', () => {
  const saying = FEATURES.flatMap(({ words }) =>
    [words.ja, words.en].flatMap(({ codes }) => ('theme' in codes ? [codes['theme']] : [])),
  );
  expect(saying.length).toBeGreaterThan(2);
  for (const theme of saying)
    expect(theme).toEqual(
      expect.objectContaining({ rehab: expect.stringMatching(/./), discharge_support: expect.anything() }),
    );
});
