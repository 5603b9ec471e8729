/** A text in which no character is half of a pair, and none is for machines only: every notation can hold it. */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd').replace(/(?![\n\t])\p{Cc}/gu, ' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as content or attribute of XML and HTML. */
export function escapeXml(text: string): string {
  return cleanText(text).replace(/[&<>"']/g, (character) => entities[character]);
}

/** Data inside of a `<script>`, where nothing may look like its end. */
export function escapeScript(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

/** A text on one line, of so many characters at most; what is cut off is the middle, for names often differ in their ends. */
export function fitText(text: string, most: number): string {
  const characters = [...cleanText(text).replace(/\s+/g, ' ')];
  if (characters.length <= most) return characters.join('');
  const end = Math.floor((most - 1) / 3);
  return `${characters.slice(0, most - 1 - end).join('')}…${characters.slice(-end).join('')}`;
}
