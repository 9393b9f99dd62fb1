import { Command, InvalidArgumentError } from 'commander';
import { readSealNumber, readNotedSeal, verifyAudit, type VerifyAuditOptions } from './cli/audit.js';
import { connect } from './cli/connection.js';
import { listCases, showCase } from './cli/cases.js';
import { listDeadLetters, replayDeadLetter, showDeadLetter } from './cli/dead-letters.js';
import { interpret, type InterpretOptions } from './cli/interpret.js';
import {
  activateRelease,
  compare,
  deactivateSource,
  importKnowledge,
  listReleases,
  type ImportOptions,
} from './cli/knowledge.js';
import { match, type MatchOptions } from './cli/match.js';
import { listOperations } from './cli/operations.js';
import { publish, type PublishOptions } from './cli/publish.js';
import {
  activateTrials,
  deactivateTrials,
  importTrials,
  listTrialDrafts,
  listTrialsReleases,
} from './cli/trials.js';
import { CommandFault } from './cli/command-fault.js';

interface JsonOption {
  readonly json?: boolean;
}

/** The `consilium` command. Sets the exit code: 0 done, 1 refused or failed; `audit verify` has its own. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  const program = new Command('consilium')
    .description('Consilium, the open platform for molecular tumour boards')
    .showHelpAfterError()
    .showSuggestionAfterError();
  withFileOptions(program.command('publish'))
    .description(
      'send sequencing reports and clinical facts: JSON (data or whole CloudEvent), or VCF/MAF with the options below',
    )
    .argument('<file...>')
    .option('--json', 'print outcomes as JSON')
    .action(async (files: string[], options: PublishOptions) => {
      process.exitCode = (await publish(connect, files, options)) ? 0 : 1;
    });
  program
    .command('cases')
    .description('list cases, newest change first')
    .option('--diagnosis <code>', 'OncoTree code; the types below it are included')
    .option('--gene <symbol>', 'an altered gene')
    .option('--patient <pseudonym>')
    .option('--first <n>', 'how many', positiveInteger, 50)
    .option('--json')
    .action((options: JsonOption & { diagnosis?: string; gene?: string; patient?: string; first: number }) =>
      listCases(connect('chair'), options),
    );
  program
    .command('case')
    .description('show a case: what was found, what it means for treatment, and why')
    .argument('<id>', 'case id, or the pseudonym of its patient')
    .option('--json')
    .action((id: string, options: JsonOption) => showCase(connect('chair'), id, options));
  withFileOptions(program.command('interpret'))
    .description('interpret reports, VCF or MAF files here, without a server or a database')
    .argument('<file...>')
    .option('--release <release...>', 'name or hash of each release to use; the built-in one when not given')
    .option('--facts <file>', 'JSON of what is known of the patient: prior therapies, medication, age, sex')
    .option('--json', 'print profiles and interpretations as JSON')
    .action(async (files: string[], options: InterpretOptions) => {
      process.exitCode = (await interpret(files, options)) ? 0 : 1;
    });
  program
    .command('match')
    .description('match patients to trials here, without a server or a database')
    .requiredOption('--patient <file...>', 'sequencing reports and clinical facts, in any order')
    .option(
      '--trials <file...>',
      'our YAML or JSON, CTML, ClinicalTrials.gov; the built-in ones when not given',
    )
    .option('--on <date>', 'the day asked about, as 2026-11-23; today when not given')
    .option('--all', 'show also what is ruled out, and by what')
    .option('--json', 'print every criterion with its answer as JSON')
    .action(async (options: MatchOptions) => {
      process.exitCode = (await match(options)) ? 0 : 1;
    });
  addKnowledgeCommands(program);
  addTrialsCommands(program);
  addAuditCommands(program);
  program
    .command('operations')
    .description('the list of GraphQL operations that an installation answers, made from what clients send')
    .argument('<file...>', 'each holds the text of one request, as it is sent')
    .option('--out <file>', 'where to write it; printed when not given')
    .action(listOperations);
  const letters = program
    .command('dead-letters')
    .description('what could not be taken: list, show, correct and replay');
  letters
    .command('list', { isDefault: true })
    .option('--json')
    .option('--state <state>', 'open, replayed or dismissed', 'open')
    .action((options: JsonOption & { state: string }) => listDeadLetters(connect('administrator'), options));
  letters
    .command('show')
    .argument('<id>')
    .option('--json')
    .option('--body', 'print only the message as it came, to correct it')
    .action((id: string, options: JsonOption & { body?: boolean }) =>
      showDeadLetter(connect('administrator'), id, options),
    );
  letters
    .command('replay')
    .argument('<id>')
    .option('--with <file>', 'a corrected body to send in its place')
    .option('--json')
    .action(async (id: string, options: JsonOption & { with?: string }) => {
      process.exitCode = (await replayDeadLetter(connect('administrator'), id, options)) ? 0 : 1;
    });
  try {
    await program.parseAsync([...argv]);
  } catch (fault) {
    if (!(fault instanceof CommandFault)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}

/** What a VCF or MAF does not say of itself. */
const withFileOptions = (command: Command): Command =>
  command
    .option('--patient <pseudonym>', 'for VCF and MAF: the patient')
    .option('--diagnosis <code>', 'for VCF and MAF: OncoTree code')
    .option('--assay <file>', 'for VCF and MAF: JSON file that describes the assay')
    .option('--hospital <code>', 'for VCF and MAF: the hospital', 'university-hospital')
    .option('--specimen <id>', 'for VCF and MAF: the specimen', 'unknown')
    .option('--tumour-sample <name>', "the tumour's sample name, where the file has several")
    .option('--report <id>', 'report number; made from the file when not given')
    .option('--report-version <n>', 'version of the report', positiveInteger, 1);

function addKnowledgeCommands(program: Command): void {
  const knowledge = program
    .command('knowledge')
    .description('releases of knowledge: list, compare, import, put into use');
  knowledge.command('list', { isDefault: true }).option('--json').action(listReleases);
  knowledge
    .command('diff')
    .description('what another release says anew, no longer and differently')
    .argument('<from>', 'name or hash')
    .argument('<to>', 'name or hash')
    .option('--json')
    .action(compare);
  knowledge
    .command('import')
    .description('read the files of an outside source into a release; nothing changes for any case')
    .argument('<source>', 'civic, civic-api, moalmanac, oncokb; or a table: oncotree, hgnc, cpic')
    .argument('[file...]', 'none for what is asked over the network')
    .option('--out <file>', 'for tables: where to write it')
    .option('--report <file>', 'where to write what became of each row')
    .option('--json')
    .action(async (source: string, files: string[], options: ImportOptions) => {
      process.exitCode = (await importKnowledge(source, files, options)) ? 0 : 1;
    });
  knowledge
    .command('activate')
    .description('put a release into use on the server; every case is interpreted anew')
    .argument('<release>', 'name or hash')
    .action(activateRelease);
  knowledge
    .command('deactivate')
    .description('take a source out of use on the server')
    .argument('<source>', 'for instance civic')
    .action(deactivateSource);
}

function addTrialsCommands(program: Command): void {
  const trials = program
    .command('trials')
    .description('trials on the server: bring in as drafts, list, put into use');
  trials
    .command('import')
    .description(
      'bring trials in as drafts: our YAML or JSON, CTML, ClinicalTrials.gov; nothing is in use yet',
    )
    .argument('<file...>')
    .option('--json')
    .action(async (files: string[], options: JsonOption) => {
      process.exitCode = (await importTrials(files, options)) ? 0 : 1;
    });
  trials
    .command('drafts')
    .description('trials that curators work at, the last changed first')
    .option('--state <state...>', 'draft, in-review, approved, rejected, published; all when not given')
    .option('--json')
    .action(listTrialDrafts);
  trials
    .command('list', { isDefault: true })
    .description('releases of trials, and which are in use')
    .option('--json')
    .action(listTrialsReleases);
  trials
    .command('activate')
    .description('put a stored release into use; every patient is matched anew')
    .argument('<release>', 'name, or the beginning of its hash')
    .action(activateTrials);
  trials
    .command('deactivate')
    .description('take a source out of use')
    .argument('<source>', 'for instance local')
    .action(deactivateTrials);
}

function addAuditCommands(program: Command): void {
  const audit = program.command('audit').description('the audit journal: who read and changed what');
  audit
    .command('verify')
    .description(
      'check in the database that nothing in the journal was altered; 0: intact, 1: broken, 2: could not be checked',
    )
    .option('--from <number>', 'the first seal to check; the one before it is taken on trust', readSealNumber)
    .option(
      '--noted <number:hash>',
      'a head that an earlier run printed: it must still be there',
      readNotedSeal,
    )
    .option('--json', 'print the outcome as JSON')
    // A mistyped option must not look like a broken journal.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (options: VerifyAuditOptions) => {
      process.exitCode = await verifyAudit(options);
    });
}

function positiveInteger(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 on.');
  return number;
}
