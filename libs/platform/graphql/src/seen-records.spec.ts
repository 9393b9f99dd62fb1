import { describe, expect, it } from '@jest/globals';
import { SeenRecords } from './seen-records.js';

describe(SeenRecords.name, () => {
  it('keeps each patient of each hospital once, with everything that was seen', () => {
    const seen = new SeenRecords();
    seen.add({ hospital: 'north', subject: 'P-1', operation: 'case', target: { case: ['1'] } });
    seen.add({ hospital: 'north', subject: 'P-1', operation: 'case', target: { case: ['2', '1'] } });
    seen.add({ hospital: 'north', subject: 'P-1', operation: 'profile', target: { profile: ['9'] } });
    seen.add({ hospital: 'south', subject: 'P-1', operation: 'case', target: {} });
    expect(seen.all()).toEqual([
      {
        hospital: 'north',
        subject: 'P-1',
        operation: 'case, profile',
        target: { case: ['1', '2'], profile: ['9'] },
      },
      { hospital: 'south', subject: 'P-1', operation: 'case', target: {} },
    ]);
  });
});
