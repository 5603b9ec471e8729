import type { PageData } from './graph-page-data';
import { pageScript } from './graph-page-script';
import { pageStyle } from './graph-page-style';
import { escapeScript, escapeXml } from './graph-text';

/** What the page needs besides the graph. */
export interface PageOptions {
  /** What is drawn, in a few words: the name of the window. */
  readonly title: string;
  /** `12 objects, 15 references`. */
  readonly counts: string;
  /** The SHA-256 of a text, in base 64. */
  readonly digest: (text: string) => string;
}

/**
 * A graph as one page of HTML. It asks for nothing: no script, style or font from elsewhere, and its policy forbids all but its own
 * script and style, which are named by their digests.
 */
export function graphPage(data: PageData, { counts, digest, title }: PageOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(pageScript)}'`,
    `style-src 'sha256-${digest(pageStyle)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#search">To the list of objects</a>
<header>
<h1>${escapeXml(title)}</h1>
<p>${escapeXml(counts)}</p>
<div class="tools" role="group" aria-label="Picture">
<button type="button" id="zoom-out" aria-label="Zoom out">−</button>
<button type="button" id="zoom-in" aria-label="Zoom in">+</button>
<button type="button" id="fit">Fit</button>
<button type="button" id="theme">Dark</button>
</div>
</header>
<nav aria-label="Objects">
<div class="search">
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="name, kind, file  ( / )">
<p id="status" role="status"></p>
</div>
<div class="filters">
<fieldset id="marks" aria-label="Marks"></fieldset>
<details><summary>Kinds</summary><fieldset id="kinds" aria-label="Kinds"></fieldset></details>
<details><summary>Namespaces</summary><fieldset id="namespaces" aria-label="Namespaces"></fieldset></details>
</div>
<div id="list" role="region" aria-label="List of objects" tabindex="0">
<h2>Objects</h2>
<p id="left-out"></p>
<div id="objects"></div>
<div id="general"></div>
</div>
</nav>
<main id="view">
<svg id="picture" role="application" tabindex="0" aria-label="Picture of the objects. Arrow keys go from one to the next, Enter opens it, plus and minus zoom. The list has the same objects.">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="head" d="M0 1 8 4 0 7Z"/></marker></defs>
<g id="world"><g id="groups"></g><g id="lines"></g><g id="nodes"></g><g id="labels"></g></g>
</svg>
<aside id="details" aria-label="Details" hidden>
<button type="button" id="close">Close</button>
<div id="content"></div>
</aside>
</main>
<script type="application/json" id="data">${escapeScript(data)}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}
