/** Checks of the settings: right, known, and fit for where the server listens. */
import { type Config, type Environment, listensOnLoopback, settingNames } from '../config.ts';
import { type Check, checkOf, error, ok, type Verdict, warning } from './check.ts';
import { nearest } from './nearest.ts';

const documentation = 'docs/operating.md lists all settings';

export const settingsCheck: Check = {
  name: 'settings',
  run: async ({ parsed }) =>
    parsed.ok ? [ok('all can be read')] : parsed.problems.map((problem) => error(problem, documentation)),
};

/** Of tests and builds, which the server does not read. */
const developersNames = /^LOULAN_(DEMO_DIR|JOURNEYS_\w+|MOCK)$/;

/** One warning for each name that looks like a setting and is none. Values are not repeated. */
export function unknownNames(environment: Environment): readonly Verdict[] {
  const known = settingNames();
  const ours = known.filter((name) => name.startsWith('LOULAN_'));
  return Object.keys(environment).flatMap((name) => {
    if (known.includes(name) || developersNames.test(name)) return [];
    const isOurs = /^loulan_/i.test(name);
    const bare = name.toUpperCase().replace(/^LOULAN_/, '');
    const meant = known.includes(bare) ? bare : nearest(name, isOurs ? known : ours, isOurs ? 6 : 2);
    if (!isOurs && meant === null) return [];
    return [
      warning(
        `${name} is no setting and is ignored`,
        meant === null ? documentation : `did you mean ${meant}?`,
      ),
    ];
  });
}

export const namesCheck: Check = {
  name: 'names of settings',
  run: async ({ environment }) => {
    const unknown = unknownNames(environment);
    return unknown.length > 0 ? unknown : [ok('all are known')];
  },
};

/** What follows from who can reach the server. */
export function reachVerdicts(config: Pick<Config, 'host' | 'metrics' | 'personas'>): readonly Verdict[] {
  if (listensOnLoopback(config)) {
    if (config.personas === 'off') return [ok('only this machine; roles cannot be tried on')];
    return [
      ok(
        'only this machine; a proxy here must pass on Host and X-Forwarded-For, or LOULAN_PERSONAS must be off, or its visitors may try roles on',
      ),
    ];
  }
  const verdicts = [
    warning(
      `listens on ${config.host} in plain HTTP: what is sent can be read on the way`,
      'let a proxy with TLS stand before it and set HOST=127.0.0.1 (docs/operating.md, Behind another server)',
    ),
  ];
  if (config.metrics === 'open') {
    verdicts.push(
      warning('everybody may read /metrics', 'set LOULAN_METRICS=loopback, or bar it in the proxy'),
    );
  }
  return verdicts;
}

export const reachCheck: Check = checkOf('reach', async (config) => reachVerdicts(config));
