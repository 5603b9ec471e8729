// Notes at the end of the process how much CPU time it took, in milliseconds.
const { writeFileSync } = require('node:fs');

process.on('exit', () => {
  const { system, user } = process.cpuUsage();
  writeFileSync(process.env.CPU, String((system + user) / 1000));
});
