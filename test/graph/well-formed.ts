/** The tags of an XML text, in order; fails where the text is not well-formed. It knows what our drawings use of XML. */
export function tagsOf(xml: string): readonly string[] {
  const tags: string[] = [];
  const open: string[] = [];
  const name = String.raw`[A-Za-z][\w-]*`;
  const attribute = String.raw`\s+[A-Za-z][\w:-]*="(?:[^<&"]|&(?:amp|lt|gt|quot|#39);)*"`;
  const token = new RegExp(`<(/?)(${name})((?:${attribute})*)\\s*(/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|#39);)+)`, 'uy');
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (!match) throw new Error(`not well-formed at ${at}: ${JSON.stringify(xml.slice(at, at + 80))}`);
    const [, end, tag, , alone, text] = match;
    if (text !== undefined) {
      if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text))
        throw new Error('a character that XML forbids');
    } else if (end) {
      if (open.pop() !== tag) throw new Error(`</${tag}> ends nothing`);
    } else {
      tags.push(tag);
      if (!alone) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> without an end`);
  return tags;
}
