import { type Argument, Command, Option } from 'commander';
import { sqlDialects } from '../survey/patterns/sql-dialects.ts';
import type { Io } from './io.ts';
import { by, noColour, quiet, reader, repeated, sole, strict, withOutput, withReading } from './options.ts';
import { type ExitCode, standardOutput } from './outcome.ts';
import { version } from './version.ts';

/** Every command, its arguments and options; what a command does is loaded when it is asked for. */
export function buildProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('soundings')
    .description(
      'Turns a consultation survey export into figures, tables and sentences for a committee report.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: io.stdout.write,
      writeErr: io.stderr.write,
      outputError: () => undefined,
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .configureHelp({
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentText)].join(' '),
      optionDescription: (option) => option.description,
    })
    .showSuggestionAfterError()
    .hook('preAction', (_, command) => {
      const isFile = command.getOptionValue('output') !== standardOutput || command.name() === 'init';
      if (!isFile) command.setOptionValue('output', undefined);
    })
    .addHelpText('after', examples);

  /**
   * What a command does, of a module that is loaded when it is asked for. Commander itself comes last of what
   * it is given.
   */
  const runs =
    <Given extends unknown[]>(load: () => Promise<(...given: [...Given, io: Io]) => Promise<ExitCode>>) =>
    async (...given: [...Given, command: Command]) => {
      const run = await load();
      done(await run(...(given.slice(0, -1) as Given), io));
    };

  const exportCommand = (name: 'analyse' | 'report' | 'validate', description: string) => {
    const command = program
      .command(name)
      .description(description)
      .argument('<export...>', 'exports to analyse together, folders of them, or - for standard input')
      .option('-s, --survey <file>', 'the definition (default: survey.yaml beside the first export)');
    withOutput(command, name)
      .addOption(new Option('--where <question=option>', 'only those who gave this answer').argParser(sole))
      .addOption(repeated('--channel <channel=file>', 'how the responses of a file came; may be repeated'));
    return withReading(command, 'exports', reader());
  };

  exportCommand('analyse', 'print the tables of every question')
    .alias('analyze')
    .addOption(by())
    .addOption(strict())
    .addOption(quiet())
    .addOption(noColour())
    .action(runs(async () => (await import('./commands/analyse.ts')).runAnalyse));

  exportCommand('report', 'write the committee summary')
    .addOption(by())
    .option('--date <date>', 'the date to write on it, such as 2023-09-14')
    .addOption(strict())
    .addOption(quiet())
    .action(runs(async () => (await import('./commands/report.ts')).runReport));

  exportCommand('validate', 'list every problem in the data, with its row')
    .option('--all', 'show every place, not only examples')
    .addOption(quiet())
    .addOption(noColour())
    .action(runs(async () => (await import('./commands/validate.ts')).runValidate));

  const init = program
    .command('init')
    .description('write survey.yaml from an export, to be checked')
    .argument('<export>', 'the export, or - for standard input')
    .option(
      '-o, --output <file>',
      'write here (default: survey.yaml beside the export; - is standard output)',
    )
    .addOption(quiet())
    .option('--yes', 'ask nothing, and leave what is doubtful as it was guessed');
  withReading(init, 'export')
    .addOption(noColour())
    .action(runs(async () => (await import('./commands/init.ts')).runInit));

  const check = program
    .command('check')
    .description('re-run fixture surveys and compare their figures')
    .argument('<folder...>', 'folders with responses.csv, survey.yaml and expected.json');
  withReading(withOutput(check, 'check'), 'exports')
    .option('--update', 'rewrite expected.json with the figures of today')
    .action(runs(async () => (await import('./commands/check.ts')).runCheck));

  const compare = program
    .command('compare')
    .description('show what moved between two runs or two consultations')
    .argument('<a>', 'an analysis in JSON, a fixture folder, or an export')
    .argument('<b>', 'the same, of what A is compared with')
    .option('-s, --survey <file>', 'the definition of both (default: survey.yaml beside each)');
  withReading(withOutput(compare, 'compare'), 'exports')
    .addOption(quiet())
    .option('--fail-on <points>', 'exit with 1 when a figure moved by more percentage points than this')
    .addOption(noColour())
    .action(runs(async () => (await import('./commands/compare.ts')).runCompare));

  const dialects = Object.keys(sqlDialects);
  const sql = program
    .command('sql')
    .description('print the query that counts answer patterns in a database')
    .argument('<definition>', 'the definition, such as survey.yaml')
    .addOption(
      new Option('--dialect <name>', `the database: ${dialects.join(', ')}`)
        .choices(dialects)
        .makeOptionMandatory(),
    )
    .option(
      '--platform <name>',
      'the platform that the responses came from, whose marks for no reply are known',
    );
  withOutput(sql).action(runs(async () => (await import('./commands/sql.ts')).runSql));

  const schema = program.command('schema').description('print the JSON Schema of survey.yaml, for editors');
  withOutput(schema).action(runs(async () => (await import('./commands/schema.ts')).runSchema));
  for (const command of [program, ...program.commands])
    command.option('--debug', 'show the stack of an error');
  return program;
}

const examples = `
Examples:
  soundings analyse responses.csv
  soundings analyse online.csv paper.csv --survey survey.yaml --by role
  soundings report responses.csv -o summary.md
  soundings validate responses.csv
  soundings init responses.csv
  soundings compare last-week.json responses.csv
  soundings sql survey.yaml --dialect postgres

Exit codes: 0 done; 1 the data or the figures fall short; 2 it could not run.`;

function argumentText(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
  return argument.required ? `<${name}>` : `[${name}]`;
}
