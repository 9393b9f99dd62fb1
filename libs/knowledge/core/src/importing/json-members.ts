import { fail, succeed, type Problem, type Result } from '@consilium/kernel';

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads the members of one JSON object of an outside source. A member that is missing or of another type is
 * remembered with its place and read as empty; `fault` names the first one.
 */
export class JsonMembers {
  private constructor(
    private readonly members: Members,
    private readonly path: string,
    private readonly faults: string[],
  ) {}

  static of(value: unknown): JsonMembers {
    return isObject(value)
      ? new JsonMembers(value, '', [])
      : new JsonMembers({}, '', [`an object was expected, not ${kindOf(value)}`]);
  }

  get fault(): string | undefined {
    return this.faults[0];
  }

  has(key: string): boolean {
    return this.members[key] !== undefined && this.members[key] !== null;
  }

  text(key: string): string {
    const value = this.members[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    this.faults.push(`${this.path}/${key}: text was expected, not ${kindOf(value)}`);
    return '';
  }

  /** Empty where it is absent or null; a number becomes its digits. */
  optionalText(key: string): string {
    const value = this.members[key];
    if (value === undefined || value === null) return '';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return value.trim();
    this.faults.push(`${this.path}/${key}: text was expected, not ${kindOf(value)}`);
    return '';
  }

  number(key: string): number {
    const value = this.members[key];
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.faults.push(`${this.path}/${key}: a number was expected, not ${kindOf(value)}`);
    return 0;
  }

  optionalNumber(key: string): number | undefined {
    return this.has(key) ? this.number(key) : undefined;
  }

  /** `true`, `false`, and 1, 0 and empty text as older files write them; undefined where it is left open. */
  optionalFlag(key: string): boolean | undefined {
    const value = this.members[key];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'boolean') return value;
    if (value === 1 || value === '1' || value === 0 || value === '0') return Number(value) === 1;
    this.faults.push(`${this.path}/${key}: yes or no was expected, not ${kindOf(value)}`);
    return undefined;
  }

  texts(key: string): readonly string[] {
    return this.list(key).map((value, at) => {
      if (typeof value === 'string') return value.trim();
      this.faults.push(`${this.path}/${key}/${String(at)}: text was expected, not ${kindOf(value)}`);
      return '';
    });
  }

  /** None where it is absent or null. */
  optionalTexts(key: string): readonly string[] {
    return this.has(key) ? this.texts(key) : [];
  }

  object(key: string): JsonMembers {
    return this.inner(this.members[key], `${this.path}/${key}`);
  }

  optionalObject(key: string): JsonMembers | undefined {
    return this.has(key) ? this.object(key) : undefined;
  }

  objects(key: string): readonly JsonMembers[] {
    return this.list(key).map((value, at) => this.inner(value, `${this.path}/${key}/${String(at)}`));
  }

  optionalObjects(key: string): readonly JsonMembers[] {
    return this.has(key) ? this.objects(key) : [];
  }

  /** A list whose elements are read one by one later, each with its own faults. */
  elements(key: string): readonly unknown[] {
    return this.list(key);
  }

  /** The members of an object, each an object with faults of its own. */
  children(key: string): readonly (readonly [string, JsonMembers])[] {
    const value = this.members[key];
    if (value === undefined || value === null) return [];
    if (isObject(value))
      return Object.entries(value).map(([name, child]) => [name, JsonMembers.of(child)] as const);
    this.faults.push(`${this.path}/${key}: an object was expected, not ${kindOf(value)}`);
    return [];
  }

  /** Every member as text, as a table of names and words (`{"CYP2D6": "Poor Metabolizer"}`). */
  entries(key: string): Readonly<Record<string, string>> {
    const value = this.members[key];
    if (value === undefined || value === null) return {};
    const inner = this.inner(value, `${this.path}/${key}`);
    return Object.fromEntries(Object.keys(inner.members).map((name) => [name, inner.optionalText(name)]));
  }

  private inner(value: unknown, path: string): JsonMembers {
    if (isObject(value)) return new JsonMembers(value, path, this.faults);
    this.faults.push(`${path}: an object was expected, not ${kindOf(value)}`);
    return new JsonMembers({}, path, this.faults);
  }

  private list(key: string): readonly unknown[] {
    const value = this.members[key];
    if (Array.isArray(value)) return value;
    this.faults.push(`${this.path}/${key}: a list was expected, not ${kindOf(value)}`);
    return [];
  }
}

/**
 * The elements of a JSON list. Refused whole where it is no list, and where a required member is in none of its
 * elements, which is how a renamed one shows; a member missing here and there is the affair of that element.
 */
export function readJsonList(
  file: string,
  json: unknown,
  required: readonly string[],
): Result<readonly unknown[], readonly Problem[]> {
  if (!Array.isArray(json)) return fail([notTheDocument(file, `A list was expected, not ${kindOf(json)}.`)]);
  const elements: readonly unknown[] = json;
  const objects = elements.filter(isObject);
  if (elements.length === 0) return succeed(elements);
  const missing = required.filter((key) => !objects.some((element) => key in element));
  return missing.length === 0
    ? succeed(elements)
    : fail(missing.map((key) => missingMember(file, key, objects[0])));
}

export const notTheDocument = (file: string, message: string): Problem => ({
  code: 'KNOWLEDGE.NOT_THE_DOCUMENT',
  place: file,
  message,
  remedy: 'Give the answer of the source as it was received, whole.',
});

const missingMember = (file: string, key: string, element: Members | undefined): Problem => ({
  code: 'KNOWLEDGE.COLUMN_MISSING',
  place: file,
  message: `The member «${key}» is in no element of the list.`,
  remedy:
    element === undefined
      ? 'Give the answer of the source as it was received, whole.'
      : `Was it renamed? The first element has: ${Object.keys(element).join(', ')}.`,
});

export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : 'text';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
