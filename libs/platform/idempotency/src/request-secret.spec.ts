import { describe, expect, it } from '@jest/globals';
import { RequestSecret } from './request-secret.js';

const key = '3f1c9a52-77aa-4f0e-9a54-000000000001';

describe(RequestSecret.name, () => {
  it('finds and reads what the same person kept under the same key', () => {
    const [kept, again] = [new RequestSecret('ada', key), new RequestSecret('ada', key)];
    expect(again.id).toEqual(kept.id);
    expect(again.decrypt(kept.encrypt('the answer'))).toBe('the answer');
    expect(again.fingerprintOf('x')).toEqual(kept.fingerprintOf('x'));
  });

  it('is another for another person or key, who read nothing', () => {
    const kept = new RequestSecret('ada', key).encrypt('the answer');
    for (const other of [new RequestSecret('ben', key), new RequestSecret('ada', `${key}1`)]) {
      expect(other.id).not.toEqual(new RequestSecret('ada', key).id);
      expect(() => other.decrypt(kept)).toThrow();
    }
  });
});
