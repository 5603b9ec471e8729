/** The annotation of a Secret that says why its values may be read. The construct writes it, the check of Secrets heeds it. */
export const plainTextReason = 'cdk8s-plimsoll/plain-text-because';
