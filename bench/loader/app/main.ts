import { App } from 'cdk8s';
import { Web } from './web';

enum Tier {
  Front = 'front',
}

const app = new App();
new Web(app, Tier.Front, { image: 'nginx:1.27', port: 8080 });
app.synth();
