import { sentence } from '../../problems/sentence';
import { changedField } from '../change';
import type { Draft } from '../change';
import { isBuiltIn } from '../compared-object';
import { at, textIn } from '../data';
import type { Effect } from '../effect';
import { readWorkload } from '../workload';

/** An update that the API server refuses, unless the object asks to be deleted and made anew. */
export function refusalEffects({ after, identity, refusals }: Draft): readonly Effect[] {
  if (refusals.length === 0) return [];
  const order = findReplaceOrder(after);
  if (order === undefined) {
    const reasons = new Map(
      refusals.map(({ field, message }) => {
        const place = field ? `${field}: ` : '';
        return [sentence(`The API server refuses the update: ${place}${withoutValue(message)}`), field];
      }),
    );
    return [...reasons].map(([reason, field]) => ({ kind: 'immutable', reason, ...(field && { field }) }));
  }
  const replaced: Effect = { kind: 'replaced', reason: `It is deleted and made anew, as ${order} asks for.` };
  if (!readWorkload(identity, after)) return [replaced];
  return [replaced, { kind: 'downtime', reason: 'All its Pods stop before the new object is there.' }];
}

/** The server prints values as Go does, with every field there could be; what changes is shown anyway. */
function withoutValue(message: string): string {
  const line = message.split('\n', 1)[0].replace(/ is missing in '\{.*$/, ' is missing');
  return /^Invalid value: (?:.*: )?(.+)$/.exec(line)?.[1] ?? line;
}

/** Annotations by which a GitOps controller is told to replace what it cannot update. */
function findReplaceOrder(object: unknown): string | undefined {
  const annotation = (name: string): string => textIn(at(object, 'metadata', 'annotations', name));
  const argo = 'argocd.argoproj.io/sync-options';
  const flux = 'kustomize.toolkit.fluxcd.io/force';
  if (/\bReplace=true\b/.test(annotation(argo)) && /\bForce=true\b/.test(annotation(argo))) return argo;
  return annotation(flux).toLowerCase() === 'enabled' ? flux : undefined;
}

/** One object goes and another one of the same content comes. */
export function renameEffects(draft: Draft): readonly Effect[] {
  if (draft.kind !== 'renamed') return [];
  const { identity, pair } = draft;
  const old = pair.before?.identity;
  const isMoved = old?.name === identity.name;
  const from = isMoved ? `in namespace ${old.namespace ?? 'default'}` : old?.name;
  return [{ kind: 'replaced', reason: `The one ${isMoved ? '' : 'named '}${from} goes and this one comes.` }];
}

/** Whoever creates such an object creates another one, each time. */
export function generatedEffects({ kind }: Draft): readonly Effect[] {
  if (kind === 'deleted') return [inPlace('No more of them are created; those that are there stay.')];
  return [
    { kind: 'later', reason: 'One more is created under a name of its own, each time; those that are there stay.' },
  ];
}

/** What is left to say where nothing riskier was said. */
export function otherEffects(draft: Draft): readonly Effect[] {
  const { after, before, fields, identity, kind, pair } = draft;
  if (kind === 'moved') {
    return [nothing(`Only its file is another one: ${pair.before?.file} -> ${pair.after?.file}.`)];
  }
  if (kind === 'created' || kind === 'deleted')
    return [inPlace(kind === 'created' ? 'It is created.' : 'It is deleted.')];
  if (!before || !after) return [inPlace('One of the two sides cannot be read: compare the files.')];
  if (fields.length === 0) {
    return [nothing(draft.ignored > 0 ? 'Only ignored fields differ.' : 'It says the same in other words.')];
  }
  const field = changedField(fields, /^(?!metadata\.(?:labels|annotations)\b)/);
  if (field === undefined) {
    return [{ kind: 'metadata', field: fields[0].path, reason: 'Only its own labels and annotations change.' }];
  }
  if (field === 'apiVersion' && fields.length === 1) {
    return [nothing('It is the same object, seen through another version of the API.')];
  }
  if (!isBuiltIn(identity.apiVersion)) return [inPlace('What its controller makes of that is not known here.', field)];
  return [
    inPlace(
      readWorkload(identity, after) ? 'It changes, and none of its Pods with it.' : 'It is updated where it is.',
      field,
    ),
  ];
}

function nothing(reason: string): Effect {
  return { kind: 'nothing', reason };
}

function inPlace(reason: string, field?: string): Effect {
  return { kind: 'in-place', reason, ...(field !== undefined && { field }) };
}
