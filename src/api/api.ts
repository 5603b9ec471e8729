/** The types of the Kubernetes API, for whoever says `api.Deployment`: the names of our own constructs stay free. */
export type * from './kubernetes';
