import { hash } from 'node:crypto';
import type { ReviewRequest } from '../engine/review';

/**
 * What a verdict depends on, as 43 characters: the object and its predecessor as they are written, the settings, and the
 * engine, whose hash stands for the version of Kubernetes too.
 *
 * @param engine SHA-256 of the engine
 */
export function verdictKey(engine: string, request: ReviewRequest): string {
  const { object, text, ...settings } = request;
  const old = request.operation === 'update' ? textOf(request.oldObject) : '';
  const parts = [engine, JSON.stringify({ ...settings, oldObject: undefined }), old, textOf(text ?? object)];
  // Lengths keep the parts apart, whatever they hold.
  return hash('sha256', `${parts.map((part) => part.length).join(' ')}\n${parts.join('')}`, 'base64url');
}

function textOf(document: object | string | undefined): string {
  return typeof document === 'string' ? document : (JSON.stringify(document) ?? '');
}
