import { Injectable } from '@nestjs/common';
import {
  gateForProfile,
  gateOutcomes,
  type GateAnswer,
  type GateQuestion,
  type SafetyGate,
} from '@consilium/interpretation-core';
import { Database } from '@consilium/platform-persistence';
import { ProfileInterpreter } from '../profile-interpreter.js';
import { findProfile } from '../result.store.js';

/** Asks the gate with what a patient's profiles say of the genes that decide on doses. */
@Injectable()
export class ProfileGate implements SafetyGate {
  constructor(
    private readonly database: Database,
    private readonly interpreter: ProfileInterpreter,
  ) {}

  async ask(
    scope: { readonly hospitals: readonly string[] },
    { drugs, profileIds, medication }: GateQuestion,
  ): Promise<GateAnswer | undefined> {
    const profiles = await this.database.transaction(scope, async (tx) => {
      const found = [];
      for (const id of profileIds) found.push(await findProfile(tx, id));
      return found.filter((one) => one !== undefined);
    });
    const { tables } = await this.interpreter.index();
    if (tables === undefined) return undefined;
    const tested = profiles.filter(({ pharmacogenes }) => pharmacogenes !== undefined);
    const patient = medication === undefined ? undefined : { medication };
    const answers: GateAnswer[] = [];
    // A profile that did not look says nothing against one that did.
    for (const profile of tested.length > 0 ? tested : profiles) {
      const { pharmacogenes } = await this.interpreter.interpret(profile, [], patient);
      answers.push(gateForProfile(drugs, pharmacogenes, patient, tables));
    }
    return answers.reduce<GateAnswer | undefined>(
      (gravest, one) =>
        gravest === undefined || gateOutcomes.indexOf(one.outcome) > gateOutcomes.indexOf(gravest.outcome)
          ? one
          : gravest,
      undefined,
    );
  }
}
