/** Answers of many patients to one question, two bits each; 0 where it was not asked. */
interface Column {
  of(patient: number): number;
  set(patient: number, answer: number): void;
}

/** Answers of one patient at a time to the questions of some trials, by number of the question. */
export interface KeptAnswers {
  of(question: number): number;
  set(question: number, answer: number): void;
}

/** Keeps what patients answered to each question, so that whoever asks it again, in whatever trial, knows. */
export function createAnswerTable() {
  let columns = new Map<string, Column>();
  const columnOf = (question: string): Column => {
    let column = columns.get(question);
    if (column === undefined) columns.set(question, (column = newColumn()));
    return column;
  };
  return {
    /** The answers of whom `patient` numbers, to these questions. */
    view(questions: readonly string[], patient: () => number): KeptAnswers {
      const own = questions.map(columnOf);
      return {
        of: (question) => own[question]?.of(patient()) ?? 0,
        set: (question, answer) => own[question]?.set(patient(), answer),
      };
    },
    /** Forgets what is not among these questions. */
    keepOnly(questions: readonly string[]): void {
      columns = new Map(questions.map((question) => [question, columnOf(question)]));
    },
    forget(patient: number): void {
      for (const column of columns.values()) column.set(patient, 0);
    },
  };
}

function newColumn(): Column {
  let bits = new Uint8Array(0);
  return {
    of: (patient) => ((bits[patient >> 2] ?? 0) >> ((patient & 3) << 1)) & 3,
    set(patient, answer) {
      const at = patient >> 2;
      if (at >= bits.length) {
        if (answer === 0) return;
        const longer = new Uint8Array(Math.max(1024, 2 * at));
        longer.set(bits);
        bits = longer;
      }
      const shift = (patient & 3) << 1;
      bits[at] = ((bits[at] ?? 0) & ~(3 << shift)) | (answer << shift);
    },
  };
}
