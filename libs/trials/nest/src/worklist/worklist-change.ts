import { tellChange, type HospitalChange, type Transaction } from '@consilium/platform-persistence';

export const worklistChannel = 'consilium_worklist';

/** Without a line: matches changed, of how many patients ever. */
export interface WorklistChange extends HospitalChange {
  readonly line?: string;
}

export const tellWorklist = (tx: Transaction, change: WorklistChange): Promise<void> =>
  tellChange(tx, worklistChannel, change);
