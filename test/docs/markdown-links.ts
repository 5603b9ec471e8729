/** A link of a Markdown page to something in the project: a path from the page, and a heading there. */
export interface MarkdownLink {
  readonly path: string;
  readonly heading: string | undefined;
}

/** The links of a page that lead into the project. What stands in code is no link. */
export function linksIn(markdown: string): readonly MarkdownLink[] {
  const text = withoutBlocks(markdown).replace(/`[^`\n]*`/g, 'code');
  return [...text.matchAll(/\]\(([^()\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z][a-z0-9+.-]*:/.test(target))
    .map((target) => {
      const [path = '', heading] = target.split('#');
      return { path, heading };
    });
}

/** The names by which the headings of a page can be reached, as GitHub makes them. */
export function headingsOf(markdown: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...withoutBlocks(markdown).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => {
    const name = heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name}-${before}`;
  });
}

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^(```+)[\s\S]*?^\1$/gm, '');
}
