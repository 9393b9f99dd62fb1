import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/**
 * What the key of a client is good for: finding its row, knowing the same request again, and reading the answer. The
 * database holds none of it, so that whoever reads the table or a backup reads nothing.
 */
export class RequestSecret {
  /** Names the row. */
  readonly id: Buffer;
  private readonly fingerprintKey: Buffer;
  private readonly answerKey: Buffer;

  constructor(person: string, key: string) {
    const made = Buffer.from(hkdfSync('sha256', key, person, 'consilium.idempotency', 3 * keyBytes));
    this.id = made.subarray(0, keyBytes);
    this.fingerprintKey = made.subarray(keyBytes, 2 * keyBytes);
    this.answerKey = made.subarray(2 * keyBytes);
  }

  fingerprintOf(request: string): Buffer {
    return createHmac('sha256', this.fingerprintKey).update(request).digest();
  }

  encrypt(text: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.answerKey, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), body]);
  }

  decrypt(bytes: Buffer): string {
    const decipher = createDecipheriv(algorithm, this.answerKey, bytes.subarray(0, ivBytes));
    decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    const body = [decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()];
    return Buffer.concat(body).toString('utf8');
  }
}
