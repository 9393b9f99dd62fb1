import { describe, expect, it } from '@jest/globals';
import type { Medication } from '@consilium/clinical';
import type { MedicationCriterion, SteroidCriterion } from '../language/clinical-criterion.js';
import { evaluateMedication } from './evaluate-medication.js';
import { evaluateSteroids } from './evaluate-steroids.js';
import { asking, factsWith, keysOf, today } from './therapies.fixture.js';

const taking = (entries: readonly Medication[], completeOn: string = today) =>
  factsWith({ medication: { entries, completeOn } });
const everComplete = (entries: readonly Medication[]) => factsWith({ medication: { entries } });

describe('Medication', () => {
  const ask = asking(evaluateMedication);
  const cyp: MedicationCriterion = { classes: ['CYP3A4-strong-inhibitor'] };

  it.each<readonly [string, MedicationCriterion, readonly Medication[], string]>([
    ['by its class of interactions', cyp, [{ drug: 'clarithromycin' }], 'met'],
    ['known to be of no such class', cyp, [{ drug: 'paracetamol' }], 'not-met'],
    ['by another name', { drugs: ['paracetamol'] }, [{ drug: 'acetaminophen' }], 'met'],
    ['that nobody knows', cyp, [{ drug: 'xyz' }], 'unknown'],
    ['that nobody knows, by name', { drugs: ['paracetamol'] }, [{ drug: 'xyz' }], 'unknown'],
    ['of which interactions are not known', cyp, [{ drug: 'prednisolone' }], 'unknown'],
    ['by the class recorded', cyp, [{ drug: 'xyz', classes: ['CYP3A4-strong-inhibitor'] }], 'met'],
    [
      'by a class above the one recorded',
      { classes: ['immune checkpoint inhibitor'] },
      [{ drug: 'xyz', classes: ['PD-1 antibody'] }],
      'met',
    ],
    ['that ended', cyp, [{ drug: 'clarithromycin', endedOn: '2026-11-22' }], 'not-met'],
    ['that ends today', cyp, [{ drug: 'clarithromycin', endedOn: today }], 'met'],
    [
      'that ended within the days',
      { ...cyp, withinDays: 14 },
      [{ drug: 'clarithromycin', endedOn: '2026-11-09' }],
      'met',
    ],
    [
      'that ended before them',
      { ...cyp, withinDays: 14 },
      [{ drug: 'clarithromycin', endedOn: '2026-11-08' }],
      'not-met',
    ],
    [
      'that ended this month',
      { ...cyp, withinDays: 14 },
      [{ drug: 'clarithromycin', endedOn: '2026-11' }],
      'unknown',
    ],
    ['that has not begun', cyp, [{ drug: 'clarithromycin', startedOn: '2026-12-01' }], 'not-met'],
  ])('is judged: a medicine %s', (_name, criterion, entries, answer) => {
    expect(ask(criterion, taking(entries)).answer).toBe(answer);
  });

  it.each([
    ['found in a list that was never whole', everComplete([{ drug: 'clarithromycin' }]), 'met'],
    ['not found in one', everComplete([]), 'unknown'],
    ['not recorded at all', factsWith({}), 'unknown'],
    ['not found in a list of 30 days ago', taking([], '2026-10-24'), 'not-met'],
    ['not found in one older than that', taking([], '2026-10-23'), 'unknown'],
  ])('is judged: a medicine %s', (_name, facts, answer) => {
    expect(ask(cyp, facts).answer).toBe(answer);
  });

  it('asks for the list, a drug or its dates', () => {
    expect(keysOf(ask(cyp, factsWith({})))).toEqual(['ask:medication-list']);
    expect(keysOf(ask(cyp, taking([{ drug: 'xyz' }])))).toEqual(['drug-class:xyz']);
    expect(keysOf(ask(cyp, taking([{ drug: 'clarithromycin', endedOn: '2026-11' }])))).toEqual([
      'ask:medication-dates:clarithromycin',
    ]);
  });

  it('names the day on which its window passes', () => {
    const judged = ask(
      { ...cyp, withinDays: 14 },
      taking([{ drug: 'clarithromycin', endedOn: '2026-11-20' }]),
    );
    expect(judged.reasons().change).toEqual({ kind: 'on-date', from: '2026-12-05' });
    expect(ask(cyp, taking([{ drug: 'clarithromycin' }])).reasons().change?.kind).toBe('possible');
  });
});

describe('Steroids', () => {
  const ask = asking(evaluateSteroids);
  const above10: SteroidCriterion = { aboveMgPerDay: 10 };
  const steroid = (prednisoneMgPerDay: number, more: Partial<Medication> = {}): Medication => ({
    drug: 'prednisolone',
    prednisoneMgPerDay,
    ...more,
  });

  it.each<readonly [string, SteroidCriterion, readonly Medication[], string]>([
    ['above the dose', above10, [steroid(11)], 'met'],
    ['of the dose itself', above10, [steroid(10)], 'not-met'],
    ['that add up', above10, [steroid(6), steroid(5)], 'met'],
    [
      'one after the other',
      { ...above10, withinDays: 14 },
      [steroid(6, { endedOn: '2026-11-15' }), steroid(6, { startedOn: '2026-11-16' })],
      'not-met',
    ],
    [
      'that met on one day',
      { ...above10, withinDays: 14 },
      [steroid(6, { endedOn: '2026-11-15' }), steroid(6, { startedOn: '2026-11-15' })],
      'met',
    ],
    [
      'that may have met',
      { ...above10, withinDays: 28 },
      [steroid(6, { endedOn: '2026-11-15' }), steroid(6, { startedOn: '2026-11' })],
      'unknown',
    ],
    [
      'some time within the window',
      { ...above10, withinDays: 60 },
      [steroid(20, { startedOn: '2026-10', endedOn: '2026-10' })],
      'met',
    ],
    ['of unknown dose', above10, [{ drug: 'prednisolone' }], 'unknown'],
    ['of unknown dose beside enough', above10, [{ drug: 'prednisolone' }, steroid(20)], 'met'],
    ['to inhale', above10, [steroid(20, { route: 'inhaled' })], 'not-met'],
    ['on the skin, dose unknown', above10, [{ drug: 'prednisolone', route: 'topical' }], 'not-met'],
    ['into a joint', above10, [steroid(20, { route: 'other' })], 'unknown'],
    ['or any medicine nobody knows', above10, [{ drug: 'xyz' }], 'unknown'],
    ['none, but another medicine', above10, [{ drug: 'paracetamol' }], 'not-met'],
    ['that ended', above10, [steroid(20, { endedOn: '2026-11-01' })], 'not-met'],
  ])('are judged: corticosteroids %s', (_name, criterion, entries, answer) => {
    expect(ask(criterion, taking(entries)).answer).toBe(answer);
  });

  it('are open in a list that is old or was never whole', () => {
    expect(ask(above10, taking([], '2026-10-23')).answer).toBe('unknown');
    expect(ask(above10, everComplete([])).answer).toBe('unknown');
    expect(ask(above10, everComplete([steroid(20)])).answer).toBe('met');
  });

  it('ask for the dose, the drug or the list', () => {
    expect(keysOf(ask(above10, taking([{ drug: 'prednisolone' }])))).toEqual(['ask:steroid-dose']);
    expect(keysOf(ask(above10, taking([{ drug: 'xyz' }])))).toEqual(['drug-class:xyz']);
    expect(keysOf(ask(above10, factsWith({})))).toEqual(['ask:medication-list']);
  });

  it('name the day on which they have passed', () => {
    const { change } = ask(
      { ...above10, withinDays: 14 },
      taking([steroid(20, { endedOn: '2026-11-15' })]),
    ).reasons();
    expect(change).toEqual({ kind: 'on-date', from: '2026-11-30' });
  });
});
