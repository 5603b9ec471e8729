import { absolutePathFlaw } from '../../src/values/absolute-path';

test.each(['/', '/var/log', '/sys/bus/pci/devices/0000:00:1f.0', 'C:\\data', 'c:/data', '/a/..b'])(
  '%p is one',
  (path) => {
    expect(absolutePathFlaw(path)).toBeUndefined();
  },
);

test.each(['', 'var/log', './a', '/var/../etc', 'C:data', 'C:\\a\\..\\b', 1, undefined])('%p is none', (path) => {
  expect(absolutePathFlaw(path)).toMatchObject({ allowed: 'an absolute path without ".." such as "/var/log"' });
});
