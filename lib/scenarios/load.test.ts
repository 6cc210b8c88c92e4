import { describe, expect, it } from 'vitest';
import { ORMS } from '../orm/orm';
import {
  listScenarios,
  loadDataset,
  loadDefinition,
  loadFiles,
  loadScenario,
  ScenarioError,
  scenarioSlugs,
} from './load';
import { DEFAULT_SCENARIO, LEVELS } from './types';

/** Titles of a script's cells: what stands behind `# %%`. */
function titles(script: string): string[] {
  return [...script.matchAll(/^# %% (.+)$/gm)].map((match) => match[1] ?? '');
}

describe('the scenario library', () => {
  it('finds every folder with a scenario.ts, the default one among them', () => {
    expect(scenarioSlugs()).toContain(DEFAULT_SCENARIO);
    expect(scenarioSlugs()).not.toContain('datasets');
    expect(scenarioSlugs().length).toBeGreaterThanOrEqual(6);
  });

  it.each(scenarioSlugs())('%s promises what its scripts have cells for, in their order', async (slug) => {
    const { cells } = await loadDefinition(slug);
    for (const orm of ORMS) {
      const promised = cells.filter((cell) => cell.statements[orm] !== null).map((cell) => cell.title);
      expect(titles(loadFiles(slug)[orm]['script.py'] ?? '')).toEqual(promised);
    }
  });

  it.each(scenarioSlugs())(
    '%s can be sent to the browser as it is, and says two to four things to notice',
    async (slug) => {
      const scenario = await loadScenario(slug);
      expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
      expect(scenario.noticed.length).toBeGreaterThanOrEqual(2);
      expect(scenario.noticed.length).toBeLessThanOrEqual(4);
      for (const sentence of scenario.noticed) expect(sentence).not.toMatch(/undefined|null|NaN/);
    },
  );

  it('lists the easiest first', async () => {
    const levels = (await listScenarios()).map(({ level }) => LEVELS.indexOf(level));
    expect(levels).toEqual([...levels].sort());
  });

  it('says which scenarios there are when one is not', async () => {
    await expect(loadDefinition('no-such-thing')).rejects.toThrow(ScenarioError);
    await expect(loadDefinition('no-such-thing')).rejects.toThrow(
      /There is no scenario "no-such-thing".*n-plus-one/,
    );
    expect(() => loadDataset('no-such-thing')).toThrow('There is no dataset "no-such-thing"');
  });
});
