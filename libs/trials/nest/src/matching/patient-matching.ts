import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { TrialsMatchesChangedV1 } from '@consilium/contracts';
import { appendToOutbox, type DomainEvent } from '@consilium/platform-messaging';
import type { Transaction } from '@consilium/platform-persistence';
import {
  compareMatches,
  compileTrials,
  createMatcher,
  prospectiveTrials,
  type Matcher,
  type PatientRecord,
} from '@consilium/trials-core';
import { Catalogue, type TrialsBasis } from '../catalogue/catalogue.js';
import { TRIALS_OPTIONS, type TrialsOptions } from '../trials.options.js';
import { noteMatchChanges } from '../worklist/line.store.js';
import { keyOf, readMatches, writeMatches, type RenewedMatches } from './match.store.js';

/** Matches patients to the trials in use, keeps what stands, and tells what changed. */
@Injectable()
export class PatientMatching {
  private readonly matchers = new WeakMap<TrialsBasis, Matcher>();

  constructor(
    private readonly catalogue: Catalogue,
    @Inject(TRIALS_OPTIONS) private readonly options: TrialsOptions,
  ) {}

  /** ISO date. */
  today(): string {
    return this.options.clock.now().toISOString().slice(0, 10);
  }

  /** Compiled once for as long as the same trials are in use. */
  matcherOf(basis: TrialsBasis): Matcher {
    let matcher = this.matchers.get(basis);
    if (matcher === undefined) {
      matcher = createMatcher(compileTrials(prospectiveTrials(basis.trials)), basis.references);
      this.matchers.set(basis, matcher);
    }
    return matcher;
  }

  /** Patients whose rows this transaction holds. Returns how many of them match otherwise than before. */
  async renew(tx: Transaction, records: readonly PatientRecord[]): Promise<number> {
    if (records.length === 0) return 0;
    const basis = await this.catalogue.basis(tx);
    const on = this.today();
    const matcher = this.matcherOf(basis);
    const standing = await readMatches(tx, records);
    const renewed = records.map((record): RenewedMatches => {
      const found = matcher.match(record, on);
      return {
        record,
        ...found,
        changes: compareMatches(record, standing.get(keyOf(record)) ?? [], found.matches),
      };
    });
    await writeMatches(tx, renewed, basis.hash, on);
    await noteMatchChanges(
      tx,
      renewed.flatMap(({ changes }) => changes),
      this.options.clock.now(),
    );
    const changed = renewed.filter(({ changes }) => changes.length > 0);
    await appendToOutbox(
      tx,
      changed.map((one) => this.event(one, basis.hash, on)),
    );
    return changed.length;
  }

  private event(
    { record, matches, holdsUntil, changes }: RenewedMatches,
    basis: string,
    on: string,
  ): DomainEvent<TrialsMatchesChangedV1> {
    const { patient, hospital } = record;
    return {
      id: randomUUID(),
      source: 'urn:consilium:trials',
      type: 'trials.matches-changed.v1',
      subject: patient,
      time: this.options.clock.now().toISOString(),
      data: {
        patient,
        hospital,
        basis,
        evaluatedOn: on,
        ...(holdsUntil === undefined ? {} : { holdsUntil }),
        matches: matches.flatMap(({ trial, arm, cohort, verdict }) =>
          verdict === 'not-eligible' ? [] : [{ ...placeOf({ trial, arm, cohort }), verdict }],
        ),
        changes: changes.map(({ trial, arm, cohort, before, after }) => ({
          ...placeOf({ trial, arm, cohort }),
          ...(before === undefined ? {} : { before }),
          ...(after === undefined ? {} : { after }),
        })),
      },
    };
  }
}

const placeOf = ({
  trial,
  arm,
  cohort,
}: {
  readonly trial: string;
  readonly arm: string;
  readonly cohort: string | undefined;
}) => ({ trial, arm, ...(cohort === undefined ? {} : { cohort }) });
