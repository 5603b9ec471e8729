/** Whether a name is a pattern. */
export function isGlob(name: string): boolean {
  return /[*?[{]/.test(name);
}

/** The folder that all matches are in: the part of a pattern in front of the first special character. */
export function globRoot(pattern: string): string {
  const fixed = pattern.slice(0, pattern.search(/[*?[{]/));
  const end = fixed.lastIndexOf('/');
  return end < 0 ? '.' : fixed.slice(0, end) || '/';
}

/**
 * A pattern as a regular expression for whole paths with `/`: `*` and `?` stay within a name, `**` crosses folders, `{a,b}` is
 * either, `[abc]` and `[!abc]` are one character.
 */
export function globExpression(pattern: string): RegExp {
  let source = '';
  let depth = 0;
  const parts = pattern.replace(/^(?:\.\/)+/, '').matchAll(/\*\*\/|\*\*|\*|\?|\[(!?)([^\]/]+)\]|./gsu);
  for (const [part, not, characters] of parts) {
    if (part === '**/') source += '(?:[^/]+/)*';
    else if (part === '**') source += '.*';
    else if (part === '*') source += '[^/]*';
    else if (part === '?') source += '[^/]';
    else if (characters !== undefined) source += `[${not ? '^/' : ''}${characters.replace(/[\\^[]/g, '\\$&')}]`;
    else if (part === '{' && ++depth) source += '(?:';
    else if (part === '}' && depth > 0 && depth--) source += ')';
    else if (part === ',' && depth > 0) source += '|';
    else source += part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`, 'su');
}
