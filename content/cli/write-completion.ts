import type { Command } from './command.ts';

export const shells = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof shells)[number];

/**
 * The completion of a shell, written from the commands: names, options and their values, first
 * words. What takes a path is left to the shell's own completion of files.
 */
export function writeCompletion(shell: Shell, commands: readonly Command[]): string {
  switch (shell) {
    case 'bash':
      return writeBash(commands);
    case 'zsh':
      return writeZsh(commands);
    case 'fish':
      return writeFish(commands);
  }
}

const listOptions = ({ options }: Command): readonly string[] => [
  ...Object.keys(options).map((name) => `--${name}`),
  '--help',
];

function listWords({ firstWord }: Command): readonly string[] {
  return Array.isArray(firstWord) ? (firstWord as readonly string[]) : [];
}

/** First words of commands, and after each the second words of those with two. */
function listNames(commands: readonly Command[], first?: string): readonly string[] {
  const names = commands.map(({ name }) => name.split(' '));
  const all =
    first === undefined
      ? [...names.map(([one = '']) => one), 'help']
      : names.flatMap(([one, two]) => (one === first && two !== undefined ? [two] : []));
  return [...new Set(all)];
}

function writeBash(commands: readonly Command[]): string {
  const cases = commands.map((command) => {
    const second = listNames(commands, command.name);
    const words = [...listOptions(command), ...listWords(command), ...second].join(' ');
    return `    '${command.name}') words='${words}' ;;`;
  });
  return `# bash completion of drillbook: source <(drillbook completion bash)
_drillbook() {
  local current="\${COMP_WORDS[COMP_CWORD]}" name="\${COMP_WORDS[1]:-}" words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${listNames(commands).join(' ')}' -- "$current"))
    return
  fi
  if [ "$COMP_CWORD" -gt 2 ]; then
    case "$name \${COMP_WORDS[2]}" in
      ${twoWordPattern(commands)}) name="$name \${COMP_WORDS[2]}" ;;
    esac
  fi
  case "$name" in
${cases.join('\n')}
    help) words='${listNames(commands).join(' ')}' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _drillbook drillbook
`;
}

function twoWordPattern(commands: readonly Command[]): string {
  const two = commands.map(({ name }) => name).filter((name) => name.includes(' '));
  return two.length === 0 ? "''" : two.map((name) => `'${name}'`).join(' | ');
}

function writeZsh(commands: readonly Command[]): string {
  const names = listNames(commands).map((name) => {
    const about = commands.find((command) => command.name === name)?.about ?? 'says more';
    return `    '${name}:${quoteZsh(about)}'`;
  });
  const cases = commands.map((command) => {
    const options = Object.entries(command.options).map(
      ([name, { about, value }]) =>
        `'--${name}[${quoteZsh(about)}]${value === undefined ? '' : `:${value}:_files`}'`,
    );
    const words = [...listWords(command), ...listNames(commands, command.name)];
    const first = words.length > 0 ? `'1:word:(${words.join(' ')})'` : "'*:file:_files'";
    return `    '${command.name}') _arguments ${[...options, first].join(' ')} ;;`;
  });
  return `#compdef drillbook
# zsh completion of drillbook: save it as _drillbook in a folder of $fpath
_drillbook() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name="\${words[2]}"
  case "$name \${words[3]}" in
    ${twoWordPattern(commands)}) name="$name \${words[3]}"; shift words; (( CURRENT-- )) ;;
  esac
  shift words
  (( CURRENT-- ))
  case "$name" in
${cases.join('\n')}
  esac
}
compdef _drillbook drillbook
`;
}

function quoteZsh(text: string): string {
  return text.replaceAll(/['[\]:\\]/g, ' ');
}

function writeFish(commands: readonly Command[]): string {
  const lines = listNames(commands).map((name) => {
    const about = commands.find((command) => command.name === name)?.about ?? 'says more';
    return `complete -c drillbook -n __fish_use_subcommand -a '${name}' -d '${quoteFish(about)}'`;
  });
  const own = commands.flatMap((command) => {
    const seen = command.name
      .split(' ')
      .map((word) => `__fish_seen_subcommand_from ${word}`)
      .join('; and ');
    const words = [...listWords(command), ...listNames(commands, command.name)];
    return [
      ...Object.entries(command.options).map(([name, { about, value }]) => {
        const takes = value === undefined ? '' : ' -r';
        return `complete -c drillbook -n '${seen}' -l '${name}'${takes} -d '${quoteFish(about)}'`;
      }),
      ...(words.length === 0 ? [] : [`complete -c drillbook -n '${seen}' -a '${words.join(' ')}'`]),
    ];
  });
  return `# fish completion of drillbook: drillbook completion fish | source
${[...lines, ...own].join('\n')}
`;
}

function quoteFish(text: string): string {
  return text.replaceAll(/['\\]/g, ' ');
}
