import * as os from 'node:os';
import { userCacheFolder, userHome } from '../../src/verdicts/cache-folder';

jest.mock('node:os', () => ({ ...jest.requireActual<typeof os>('node:os'), homedir: jest.fn() }));

test('a user whom the system does not know has no home, and keeps no verdicts unless told where', () => {
  (os.homedir as jest.Mock).mockImplementation(() => {
    throw new Error('uv_os_homedir returned ENOENT');
  });
  expect(userHome()).toBe('');
  expect(userCacheFolder({}, userHome())).toBeUndefined();
  expect(userCacheFolder({ XDG_CACHE_HOME: '/var/cache' }, userHome())).toBe('/var/cache/plimsoll');
});
