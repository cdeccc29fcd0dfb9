import type { EscalationReason, IssueType, Scene } from '#kernel';
import type { Audience, SplitBy } from '../domain/pack.content.js';

type Labels = Readonly<Record<string, string>>;

const scene: Readonly<Record<Scene, string>> = {
  discharge_support: '入退院支援',
  daily_care: '日常の療養',
  sudden_change: '急変時',
  end_of_life: '看取り',
};
const issueType: Readonly<Record<IssueType, string>> = {
  lack_of_resource: '資源不足',
  night_cover: '夜間・休日の体制',
  no_rule: 'ルールがない',
  rule_not_followed: 'ルールが守られない',
  unclear_contact: '窓口が不明',
  information_gap: '情報の不足・過多',
  form_ict: '様式・ICT',
  role_conflict: '役割が不明確',
  skill: '知識・技術',
  resident_understanding: '住民の理解',
  cost_fee: '費用・制度',
  supply: '薬・機器・衛生材料',
  core_institution: '中核的な機関との連携',
  pathway: '地域連携パス',
  disaster: '災害',
  staffing: '人材',
  other: 'その他',
};
const reason: Readonly<Record<EscalationReason, string>> = {
  E1: '圏域の医療計画と連動する',
  E2: '市町村をまたぐ連携が要る',
  E3: '中核的な機関との連携が要る',
  E4: '地域連携パスの病院間の調整が要る',
  E5: '薬事（麻薬・医療機器など）の調整が要る',
};
const by: Readonly<Record<SplitBy, string>> = {
  month: '月別（初めて気づかれた月）',
  source: '気づいた場面の記録',
  scene: '療養の場面別',
  area: '圏域・市町村別',
};
const audience: Readonly<Record<Audience, string>> = { council: '会議用', public: '公開用' };
const source: Labels = {
  consultation: '相談',
  handover: '入退院支援',
  backup: '緊急バックアップ',
  survey: '調査',
  training: '研修',
  drill: '訓練',
  indicator: '指標',
  manual: '手入力',
};
const decision: Labels = {
  adopt_measure: '対応を決めた',
  continue_next: '次回も審議する',
  escalate: '上位の会議へ上げる',
  forward_other_body: 'ほかの会議へ回す',
  inform_only: '情報共有にとどめる',
  rule_change: 'ルールを改める',
  plan_reflect: '計画に反映する',
  reject: '取り上げない',
};
const option: Labels = {
  adopt_measure: '対応を決め、行う機関・期限・確かめる数を定める',
  rule_change: '圏域のルールを改める',
  plan_reflect: '計画（介護保険事業計画・医療計画）に反映する',
  escalate: '上位の会議へ上げる',
  inform_only: '情報共有にとどめる',
};
const level: Labels = {
  municipality: '市町村',
  home_care_area: '在宅医療圏',
  secondary_area: '二次医療圏',
  prefecture: '都道府県',
};

/** What stands on paper. Official documents are Japanese, whatever the language of the screen. */
export const WORDS = { scene, issueType, reason, by, audience, source, decision, option, level, hidden: '秘匿' };

/** A code that this version does not know stands as it is. */
export const called = (labels: Labels, code: string): string => labels[code] ?? code;

/** 課題 by its key: scene, type, and the subject where it has one. */
export function themeOf(key: string): string {
  const [of = '', type = '', subject] = key.split('|');
  return [called(WORDS.scene, of), called(WORDS.issueType, type), ...(subject === undefined ? [] : [subject])].join(
    '／',
  );
}

const era = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'UTC',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
});

/** Both calendars: "令和8年11月27日（2026-11-27）". */
export const bothCalendars = (on: string): string => {
  const text = era.format(new Date(`${on}T00:00:00Z`));
  return `${text.replace(/^(\D+)1年/, '$1元年')}（${on}）`;
};

/** "令和8年11月（2026-11）". */
export const monthOf = (month: string): string =>
  `${bothCalendars(`${month}-01`).split('月')[0] ?? month}月（${month}）`;
