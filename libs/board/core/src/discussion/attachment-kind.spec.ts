import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attachmentKindOf, attachmentName } from './attachment-kind.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe(attachmentKindOf, () => {
  it.each([
    ['a PDF', bytes('%PDF-1.7\n'), 'application/pdf'],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['a JPEG', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['a VCF', bytes('##fileformat=VCFv4.2\n'), 'text/vcf'],
    ['a page with a script', bytes('<html><script>'), undefined],
    ['a picture with a script', bytes('<svg xmlns="http://www.w3.org/2000/svg">'), undefined],
    ['a program', bytes('MZ'), undefined],
    ['nothing', new Uint8Array(), undefined],
    ['the beginning of a PNG', Uint8Array.from([0x89, 0x50]), undefined],
  ])('knows %s', (_, file, kind) => {
    expect(attachmentKindOf(file)).toBe(kind);
  });
});

describe(attachmentName, () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\CT scan.png', 'CT scan.png'],
    ['a\u0000b\u202Efdp.exe', 'abfdp.exe'],
    ['  .hidden. ', 'hidden'],
    ['"><script>.pdf', 'script.pdf'],
    ['///', undefined],
    ['Befund Müller 病理.pdf', 'Befund Müller 病理.pdf'],
  ])('makes of %j %j', (given, name) => {
    expect(attachmentName(given)).toBe(name);
  });

  it('never holds what a header or a folder could take amiss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const name = attachmentName(given) ?? 'x';
        expect(name).not.toMatch(/["/\\\p{Cc}]/u);
        expect(name.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
