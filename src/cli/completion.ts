import type { Command, CommandOption } from './command';

/** Shells for which there is a script. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** A script that completes the given commands, made from the same table that the arguments are read by. */
export function completionScript(shell: Shell, commands: readonly Command[]): string {
  switch (shell) {
    case 'bash':
      return bashScript(commands);
    case 'zsh':
      return zshScript(commands);
    case 'fish':
      return fishScript(commands);
  }
}

function bashScript(commands: readonly Command[]): string {
  const names = commands.map((command) => command.name).join(' ');
  const cases = commands.flatMap((command) => {
    const values = command.options
      .filter((option) => option.choices || option.completes)
      .map(
        (option) =>
          `      ${flagsOf(option).join('|')}) COMPREPLY=($(compgen ${bashWords(option)} -- "$word")); return;;`,
      );
    const words = [...command.options.flatMap(flagsOf), '--help', ...choicesOf(command)].join(' ');
    return [
      `  ${[command.name, ...(command.aliases ?? [])].join('|')})`,
      ...(values.length > 0 ? ['    case "$previous" in', ...values, '    esac'] : []),
      `    COMPREPLY=($(compgen -W '${words}' -- "$word"));;`,
    ];
  });
  return [
    '_plimsoll() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"',
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W '${names} --help --version' -- "$word")); return; fi`,
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    '  esac',
    '}',
    'complete -F _plimsoll plimsoll',
    '',
  ].join('\n');
}

function bashWords(option: CommandOption): string {
  if (option.choices) return `-W '${option.choices.join(' ')}'`;
  return option.completes === 'folder' ? '-d' : '-f';
}

function zshScript(commands: readonly Command[]): string {
  const names = commands.map((command) => `'${command.name}:${escapeZsh(command.summary)}'`).join(' ');
  const cases = commands.flatMap((command) => [
    `    ${[command.name, ...(command.aliases ?? [])].join('|')})`,
    `      _arguments ${[...command.options.flatMap(zshOption), ...zshParameters(command)].join(' ')};;`,
  ]);
  return [
    '#compdef plimsoll',
    '_plimsoll() {',
    `  if (( CURRENT == 2 )); then local -a names=(${names}); _describe command names; return; fi`,
    '  shift words; (( CURRENT-- ))',
    '  case "$words[1]" in',
    ...cases,
    '  esac',
    '}',
    'compdef _plimsoll plimsoll',
    '',
  ].join('\n');
}

function zshOption(option: CommandOption): readonly string[] {
  const text = escapeZsh(option.description);
  const action = option.choices ? `(${option.choices.join(' ')})` : option.completes ? '_files' : ' ';
  const value = option.flags.includes('<') ? `:value:${action}` : '';
  return flagsOf(option).map((flag) => `'${flag}[${text}]${value}'`);
}

function zshParameters({ parameters = [] }: Command): readonly string[] {
  return parameters.map((it, index) => `'${index + 1}:${it.name}:(${(it.choices ?? []).join(' ')})'`);
}

function fishScript(commands: readonly Command[]): string {
  const lines = [
    'complete -c plimsoll -f',
    "complete -c plimsoll -n __fish_use_subcommand -l version -d 'print the version'",
  ];
  for (const command of commands) {
    const inside = `-n '__fish_seen_subcommand_from ${[command.name, ...(command.aliases ?? [])].join(' ')}'`;
    lines.push(`complete -c plimsoll -n __fish_use_subcommand -a ${command.name} -d ${quoteFish(command.summary)}`);
    for (const option of command.options) {
      const flags = flagsOf(option).map((flag) =>
        flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
      );
      const value = option.choices ? ` -xa '${option.choices.join(' ')}'` : option.flags.includes('<') ? ' -rF' : '';
      lines.push(`complete -c plimsoll ${inside} ${flags.join(' ')} -d ${quoteFish(option.description)}${value}`);
    }
    if (choicesOf(command).length > 0)
      lines.push(`complete -c plimsoll ${inside} -a '${choicesOf(command).join(' ')}'`);
  }
  return `${lines.join('\n')}\n`;
}

function flagsOf({ flags }: CommandOption): readonly string[] {
  return flags.match(/--?[a-zA-Z][\w-]*/g) ?? [];
}

function choicesOf({ parameters = [] }: Command): readonly string[] {
  return parameters.flatMap((parameter) => parameter.choices ?? []);
}

function escapeZsh(text: string): string {
  return text.replace(/'/g, "'\\''").replace(/[[\]:]/g, '\\$&');
}

function quoteFish(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`;
}
