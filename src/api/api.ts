/**
 * Kubernetes' own API: its types, as in `api.Deployment`, and its resources, as in `api.pods`. The package exports it as
 * `api`, so that the names of the kinds stay free for constructs.
 */
export type * from './gateway';
export type * from './kubernetes';
export * from './resources';
