import { describe, expect, it } from 'vitest';
import { readProfile, readQuestionnaire } from '../../pipeline/demo/profile.ts';
import { foldLabel } from '../../warehouse/fold.ts';

const questionnaire = await readQuestionnaire();
const byCode = new Map(questionnaire.map((entry) => [entry.code, entry]));
const askedIn = (edition: number) =>
  questionnaire.filter(({ labels }) => labels[edition] !== undefined).map(({ code }) => code);

describe('the questionnaire', () => {
  it('has the 119 questions of the current list, chapter by chapter', () => {
    const chapters = new Map<number, number>();
    for (const { code, chapter } of questionnaire) {
      expect(Math.floor(code / 100)).toBe(chapter);
      chapters.set(chapter, (chapters.get(chapter) ?? 0) + 1);
    }
    expect([...chapters]).toEqual([
      [2, 6],
      [5, 12],
      [6, 17],
      [7, 30],
      [8, 7],
      [9, 11],
      [10, 8],
      [11, 4],
      [12, 2],
      [13, 7],
      [14, 14],
      [15, 1],
    ]);
    expect(byCode.size).toBe(119);
    expect(questionnaire.filter(({ chapterLabel }) => chapterLabel.includes('\n'))).toHaveLength(2);
  });

  it('says 97 times that more is better, 5 times worse, 17 times neither', () => {
    const count = (wanted: string) =>
      questionnaire.filter(({ direction }) => direction === wanted).length;
    expect([count('favourable'), count('unfavourable'), count('neutral')]).toEqual([97, 5, 17]);
  });

  it('gives each question one code in an edition, and old codes mean something else today', () => {
    for (const edition of [2020, 2021, 2022, 2023, 2024, 2025]) {
      const codes = questionnaire.flatMap(({ codes }) => codes[edition] ?? []);
      expect(new Set(codes).size).toBe(codes.length);
    }
    expect(byCode.get(501)?.codes[2023]).toBe('201');
    expect([201, 202, 203].map((code) => byCode.get(code)?.codes[2022])).toEqual([
      '001',
      '002',
      '003',
    ]);
    const misleading = questionnaire.filter(
      ({ code, codes }) => codes[2023] !== String(code) && byCode.has(Number(codes[2023])),
    );
    expect(misleading.filter(({ codes }) => Number(codes[2023]) > 100)).toHaveLength(9);
  });

  it('has 103 questions in 2025, of which 28 are new and 16 others gone', () => {
    const now = askedIn(2025);
    const before = new Set(askedIn(2024));
    expect(now).toHaveLength(103);
    expect(now.filter((code) => !before.has(code))).toHaveLength(28);
    expect(now).not.toContain(1202);
  });

  it('rewords twelve questions in 2025 and changes the answers of five others', () => {
    const both = askedIn(2025).filter((code) => askedIn(2024).includes(code) && code > 203);
    const wording = (code: number, edition: number) =>
      foldLabel(byCode.get(code)?.labels[edition] ?? '');
    const reworded = both.filter((code) => wording(code, 2024) !== wording(code, 2025));
    expect(reworded).toEqual([604, 607, 608, 625, 713, 721, 723, 724, 725, 733, 1006, 1301]);
    const answers = (code: number, edition: number) =>
      [...(byCode.get(code)?.answers[edition] ?? [])].map(foldLabel).sort().join();
    const changed = both.filter(
      (code) => answers(code, 2024) !== answers(code, 2025) && (code < 802 || code > 807),
    );
    expect(changed).toEqual([605, 1311, 1401, 1422, 1425]);
  });

  it('writes « J’en ai » in 2024 and « Oui » in 2025 for the uses of artificial intelligence', () => {
    for (const code of [802, 803, 804, 805, 806, 807]) {
      expect(byCode.get(code)?.answers[2024]?.[0]).toBe("J'en ai");
      expect(byCode.get(code)?.answers[2025]?.[0]).toBe('Oui');
    }
  });

  it('has a share for each answer that the demonstration gives, adding up to one answer a person', async () => {
    const profile = await readProfile();
    for (const { code, type, answers } of questionnaire) {
      const model = profile.questions[code];
      if (!model) continue;
      for (const [edition, labels] of Object.entries(answers)) {
        const shares = model.shares[edition] ?? [];
        expect(shares, `${code} in ${edition}`).toHaveLength(labels.length);
        const sum = shares.reduce((total, share) => total + share, 0);
        if (type === 'single') expect(sum, `${code} in ${edition}`).toBeCloseTo(1, 3);
      }
    }
  });
});
