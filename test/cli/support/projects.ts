/** A small application with cdk8s' own classes, in the dialect of one kind of project. */
export const cdk8sChart = `
const chart = new Chart(app, 'web');
new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' }, data: { a: '1' } });
new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web' } });
app.synth();
`;

/** As TypeScript, or as an ES module in JavaScript. */
export const cdk8sApp = `import { ApiObject, App, Chart } from 'cdk8s';\n\nconst app = new App();${cdk8sChart}`;

/** As CommonJS in JavaScript. */
export const commonJsApp = `const { ApiObject, App, Chart } = require('cdk8s');\n\nconst app = new App();${cdk8sChart}`;

/** With our own `App`. */
export const plimsollApp = `import { ApiObject, Chart } from 'cdk8s';\nimport { App } from 'cdk8s-plimsoll';\n\nconst app = new App();${cdk8sChart}`;

/** What all of them make. */
export const expectedYaml = `apiVersion: v1
kind: ConfigMap
metadata:
  name: web
data:
  a: "1"
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: web
`;

/** The tsconfig.json of a project made of CommonJS. */
export const commonJsTsconfig = JSON.stringify({
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    moduleResolution: 'node16',
    strict: true,
    skipLibCheck: true,
    esModuleInterop: true,
    types: ['node'],
    noEmit: true,
  },
});
