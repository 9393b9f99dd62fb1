import { Command, InvalidArgumentError } from 'commander';
import { connect } from './cli/connection.js';
import { listCases, showCase } from './cli/cases.js';
import { listDeadLetters, replayDeadLetter, showDeadLetter } from './cli/dead-letters.js';
import { publish, type PublishOptions } from './cli/publish.js';
import { CommandFault } from './cli/command-fault.js';

interface JsonOption {
  readonly json?: boolean;
}

/** The `consilium` command. Sets the exit code: 0 done, 1 refused or failed. */
export async function runCommandLine(argv: readonly string[]): Promise<void> {
  const program = new Command('consilium')
    .description('Consilium, the open platform for molecular tumour boards')
    .showHelpAfterError()
    .showSuggestionAfterError();
  program
    .command('publish')
    .description(
      'send sequencing reports: report JSON (data or whole CloudEvent), or VCF/MAF with the options below',
    )
    .argument('<file...>')
    .option('--patient <pseudonym>', 'for VCF and MAF: the patient')
    .option('--diagnosis <code>', 'for VCF and MAF: OncoTree code')
    .option('--assay <file>', 'for VCF and MAF: JSON file that describes the assay')
    .option('--hospital <code>', 'for VCF and MAF: the hospital', 'university-hospital')
    .option('--specimen <id>', 'for VCF and MAF: the specimen', 'unknown')
    .option('--tumour-sample <name>', "the tumour's sample name, where the file has several")
    .option('--report <id>', 'report number; made from the file when not given')
    .option('--report-version <n>', 'version of the report', positiveInteger, 1)
    .option('--json', 'print outcomes as JSON')
    .action(async (files: string[], options: PublishOptions) => {
      process.exitCode = (await publish(connect('lab'), files, options)) ? 0 : 1;
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

function positiveInteger(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('A whole number from 1 on.');
  return number;
}
