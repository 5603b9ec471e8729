import { Cluster } from './examples/cluster';
import { Configuration } from './examples/configuration';
import { Network } from './examples/network';
import { Pods } from './examples/pods';
import { Shop } from './examples/shop';
import { Storage } from './examples/storage';
import { Workloads } from './examples/workloads';
import { App, allow } from './index';

/** The example application: everything that a first study of Kubernetes teaches, one chart a topic. */
const app = new App();
new Cluster(app, 'cluster');
new Pods(app, 'pods');
new Workloads(app, 'workloads');
new Configuration(app, 'configuration');
new Network(app, 'network');
new Storage(app, 'storage');
new Shop(app, 'shop');
allow(app, 'PLM5007', 'routes of a Gateway are checked by the cluster alone, and by the construct that makes them');
app.synth();
