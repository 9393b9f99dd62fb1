import { readFileSync } from 'node:fs';
import { describeProblem, type Problem } from '@consilium/kernel';
import { ask, type Connection } from './connection.js';
import { CommandFault } from './command-fault.js';

interface Letter {
  readonly id: string;
  readonly topic: string;
  readonly eventId: string | null;
  readonly hospital: string | null;
  readonly state: string;
  readonly receivedAt: string;
  readonly problems: readonly Problem[];
  readonly body: string;
}

const fields = `id topic eventId hospital state receivedAt problems { code place message remedy }`;

export async function listDeadLetters(
  connection: Connection,
  options: { json?: boolean; state: string },
): Promise<void> {
  const state = options.state.toUpperCase();
  const { deadLetters } = await ask<{ deadLetters: Letter[] }>(
    connection,
    `query ($state: DeadLetterState!) { deadLetters(state: $state, first: 200) { ${fields} } }`,
    { state },
  );
  if (options.json === true) {
    console.log(JSON.stringify(deadLetters, null, 2));
    return;
  }
  if (deadLetters.length === 0) console.log(`No ${options.state} dead letter.`);
  for (const letter of deadLetters) {
    console.log(
      `${letter.id}  ${letter.receivedAt}  ${letter.hospital ?? 'hospital unknown'}  event ${letter.eventId ?? 'unknown'}`,
    );
    for (const problem of letter.problems.slice(0, 3)) console.log(`    ${describeProblem(problem)}`);
    if (letter.problems.length > 3) console.log(`    … and ${String(letter.problems.length - 3)} more`);
  }
}

export async function showDeadLetter(
  connection: Connection,
  id: string,
  options: { json?: boolean; body?: boolean },
): Promise<void> {
  const { deadLetter } = await ask<{ deadLetter: Letter | null }>(
    connection,
    `query ($id: ID!) { deadLetter(id: $id) { ${fields} body } }`,
    { id },
  );
  if (deadLetter === null) throw new CommandFault(`There is no dead letter ${id} that you may see.`);
  if (options.json === true) console.log(JSON.stringify(deadLetter, null, 2));
  else if (options.body === true) console.log(deadLetter.body);
  else {
    console.log(
      `${deadLetter.id}  ${deadLetter.state.toLowerCase()}  from ${deadLetter.topic} at ${deadLetter.receivedAt}`,
    );
    for (const problem of deadLetter.problems) console.log(`  ${problem.code}  ${describeProblem(problem)}`);
    console.log(`\n${deadLetter.body.slice(0, 4000)}`);
    console.log(`\nTo correct it: consilium dead-letters show ${id} --body > event.json, edit, then`);
    console.log(`consilium dead-letters replay ${id} --with event.json`);
  }
}

interface Replayed {
  readonly __typename: 'DeadLetterReplayed' | 'DeadLetterRefusedAgain' | 'DeadLetterNotOpen';
  readonly problems?: readonly Problem[];
}

/** True when the letter was taken. */
export async function replayDeadLetter(
  connection: Connection,
  id: string,
  options: { json?: boolean; with?: string },
): Promise<boolean> {
  const correctedBody = options.with === undefined ? null : readFileSync(options.with, 'utf8');
  const { replayDeadLetter: result } = await ask<{ replayDeadLetter: Replayed }>(
    connection,
    `mutation ($id: ID!, $correctedBody: String) {
       replayDeadLetter(id: $id, correctedBody: $correctedBody) {
         __typename ... on DeadLetterRefusedAgain { problems { code place message remedy } }
       }
     }`,
    { id, correctedBody },
  );
  if (options.json === true) console.log(JSON.stringify(result, null, 2));
  else if (result.__typename === 'DeadLetterReplayed') console.log('Taken. The letter is settled.');
  else if (result.__typename === 'DeadLetterNotOpen')
    console.log(`There is no open dead letter ${id} that you may see.`);
  else {
    console.log('Refused again; the letter stays open.');
    for (const problem of result.problems ?? []) console.log(`  ${describeProblem(problem)}`);
  }
  return result.__typename === 'DeadLetterReplayed';
}
