import { Chart } from 'cdk8s';
import { App, WebDeployment } from 'cdk8s-plimsoll';

const app = new App();
const chart = new Chart(app, 'web');
new WebDeployment(chart, 'web', { image: 'nginx:1.27', ports: { http: 8080 } });
app.synth();
