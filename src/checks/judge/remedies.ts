import { createRemedies } from './create-remedies';
import { updateRemedies } from './update-remedies';

/** What is known of a finding. */
export interface Finding {
  /** The server's own text. */
  readonly message: string;
  readonly field: string;
  readonly kind: string;
  /** Whether it is about replacing an object. */
  readonly isUpdate: boolean;
}

/** A plain sentence on how to mend a finding, for the commonest ones. */
export function findRemedy({ field, isUpdate, kind, message }: Finding): string | undefined {
  for (const remedy of isUpdate ? [...updateRemedies, ...createRemedies] : createRemedies) {
    const match = remedy.message.exec(message);
    if (!match || remedy.field?.test(field) === false || remedy.kind?.test(kind) === false) continue;
    return remedy.fix.replace(/\$(\d)/g, (_whole, group: string) => match[Number(group)] ?? '');
  }
  return undefined;
}
