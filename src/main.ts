import { Cluster } from './examples/cluster';
import { Configuration } from './examples/configuration';
import { Network } from './examples/network';
import { Pods } from './examples/pods';
import { Shop } from './examples/shop';
import { Storage } from './examples/storage';
import { Workloads } from './examples/workloads';
import { App } from './index';

/** The example application: everything that a first study of Kubernetes teaches, one chart a topic. */
const app = new App();
new Cluster(app, 'cluster');
new Pods(app, 'pods');
new Workloads(app, 'workloads');
new Configuration(app, 'configuration');
new Network(app, 'network');
new Storage(app, 'storage');
new Shop(app, 'shop');
app.synth();
